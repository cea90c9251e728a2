import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ApiError, ask, client } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useSearch } from '../../ui/router.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { HandedPassword } from './HandedPassword.tsx'
import { OpenAccount } from './OpenAccount.tsx'
import { PostsOf } from './PostsOf.tsx'

type Officer = Reply<Api['listOfficers']>['officers'][number]

/** Accounts: open one, lift a lock-out, give posts, close one; each administrator sees what is theirs to do. */
export function AccountsPage() {
  const { t } = useWords()
  const can = useCan()
  const { after } = useSearch()
  const officers = useQuery(ask.listOfficers({ query: { limit: 50, ...(after ? { after } : {}) } }))
  return (
    <PageShell
      title={t('ui.nav.accounts')}
      lede={t('access.accounts.lede')}
      actions={can('access.open') && <OpenAccount />}
    >
      <section className="panel">
        <Answer of={officers} lines={12}>
          {(data) => (
            <>
              <AccountsTable officers={data.officers} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

function AccountsTable({ officers }: { officers: Officer[] }) {
  const { t } = useWords()
  const state = (one: Officer) =>
    one.disabled
      ? 'access.accounts.disabled'
      : one.locked
        ? 'access.accounts.locked'
        : one.passwordDue
          ? 'access.accounts.passwordDue'
          : 'access.accounts.open'
  return (
    <DataTable
      caption={t('ui.nav.accounts')}
      rows={officers}
      keyOf={(one) => one.id}
      columns={[
        { key: 'signIn', title: t('access.accounts.signIn'), head: true, cell: (one) => one.signIn },
        { key: 'name', title: t('access.accounts.name'), cell: (one) => one.name },
        {
          key: 'posts',
          title: t('access.accounts.posts'),
          cell: (one) => one.posts.map((post) => post.title).join(' · '),
        },
        { key: 'state', title: t('access.accounts.state'), cell: (one) => t(state(one)) },
        { key: 'acts', title: '', cell: (one) => <Acts officer={one} /> },
      ]}
    />
  )
}

function Acts({ officer }: { officer: Officer }) {
  const { t, say } = useWords()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const options = {
    onSuccess: () => {
      void message.success(t('access.accounts.done'))
      void queries.invalidateQueries({ queryKey: ['listOfficers'] })
    },
    onError: (error: Error) => void message.error(error instanceof ApiError ? say(error.words) : t('ui.problem')),
  }
  const can = useCan()
  const params = { id: officer.id }
  const reset = useMutation({
    mutationFn: () => client.resetPassword({ params }),
    ...options,
    onSuccess: ({ password }) => {
      void modal.success({
        icon: null,
        content: <HandedPassword name={officer.name} password={password} />,
        okText: t('ui.close'),
      })
      void queries.invalidateQueries({ queryKey: ['listOfficers'] })
    },
  })
  const unlock = useMutation({ mutationFn: () => client.unlockOfficer({ params }), ...options })
  const disable = useMutation({ mutationFn: () => client.disableOfficer({ params }), ...options })
  return (
    <span className="acts">
      {officer.locked && !officer.disabled && (
        <Button size="small" loading={unlock.isPending} onClick={() => unlock.mutate()}>
          {t('access.accounts.unlock')}
        </Button>
      )}
      {can('access.assign') && !officer.disabled && <PostsOf officer={officer} />}
      {can('access.open') && !officer.disabled && (
        <Popconfirm title={t('access.reset.sure', { name: officer.name })} onConfirm={() => reset.mutate()}>
          <Button size="small" loading={reset.isPending}>
            {t('access.reset')}
          </Button>
        </Popconfirm>
      )}
      {!officer.disabled && (
        <Popconfirm
          title={t('access.accounts.disable.sure', { name: officer.name })}
          onConfirm={() => disable.mutate()}
        >
          <Button size="small" danger loading={disable.isPending}>
            {t('access.accounts.disable')}
          </Button>
        </Popconfirm>
      )}
    </span>
  )
}
