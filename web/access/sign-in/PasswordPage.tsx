import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { ask, client } from '../../api.ts'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useWords } from '../../words.ts'

/** One's own password. Whoever still has the one that was handed over sees this page and no other. */
export function PasswordPage() {
  const { t } = useWords()
  const queries = useQueryClient()
  const { data: me } = useQuery(ask.getMe({}))
  const [present, setPresent] = useState('')
  const [fresh, setFresh] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation({
    mutationFn: () => client.changePassword({ body: { password: present, fresh } }),
    onSuccess: () => {
      for (const clear of [setPresent, setFresh, setAgain]) clear('')
      void queries.invalidateQueries({ queryKey: ['getMe'] })
    },
  })
  const differ = again !== '' && again !== fresh
  return (
    <PageShell title={t('access.password')} lede={t('access.password.lede')}>
      <section className="panel steps">
        {me?.passwordDue && <Alert type="warning" showIcon title={t('access.password.due')} />}
        {change.isSuccess && <Alert type="success" showIcon role="status" title={t('access.password.done')} />}
        <form
          className="stacked"
          onSubmit={(event) => {
            event.preventDefault()
            change.mutate()
          }}
        >
          <Labelled
            name="current-password"
            type="password"
            label={t('access.password.present')}
            value={present}
            onType={setPresent}
          />
          <Labelled
            name="new-password"
            type="password"
            label={t('access.password.fresh')}
            value={fresh}
            onType={setFresh}
          />
          <Labelled
            name="new-password"
            type="password"
            label={t('access.password.again')}
            value={again}
            onType={setAgain}
          />
          {differ && <p role="alert">{t('access.password.differ')}</p>}
          {change.isError && <Problem error={change.error} />}
          <Button
            type="primary"
            htmlType="submit"
            loading={change.isPending}
            disabled={!present || !fresh || again !== fresh}
          >
            {t('access.password.change')}
          </Button>
        </form>
      </section>
    </PageShell>
  )
}
