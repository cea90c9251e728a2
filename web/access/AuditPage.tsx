import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../api.ts'
import { Answer } from '../ui/Answer.tsx'
import { SearchForm } from '../ui/form/SearchForm.tsx'
import { Hint } from '../ui/Hint.tsx'
import { PageShell } from '../ui/page/PageShell.tsx'
import { changed, go, useSearch } from '../ui/router.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { Pager } from '../ui/table/Pager.tsx'
import { instantText } from '../ui/text/number.ts'
import { useWords } from '../words.ts'
import { VerifyAudit } from './VerifyAudit.tsx'

type AuditLine = Reply<Api['listAudit']>['lines'][number]

/** The audit log, newest first, and the check that nobody has touched it. */
export function AuditPage() {
  const { t } = useWords()
  const { action, after } = useSearch()
  const query = { ...(action ? { action } : {}), ...(after ? { after } : {}), limit: 50 }
  const log = useQuery(ask.listAudit({ query }))
  return (
    <PageShell title={t('ui.nav.audit')} lede={t('access.audit.lede')} actions={<VerifyAudit />}>
      <section className="panel">
        <ActionFilter key={action ?? ''} action={action ?? ''} />
        <Answer of={log} lines={12}>
          {(data) => (
            <>
              <AuditTable lines={data.lines} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

function ActionFilter({ action }: { action: string }) {
  const { t } = useWords()
  const [text, setText] = useState(action)
  const search = (wanted: string) => go(changed({ action: wanted || undefined, after: undefined }))
  return (
    <SearchForm
      label={t('access.audit.action')}
      onSearch={() => search(text.trim())}
      onReset={() => {
        setText('')
        search('')
      }}
    >
      <label className="labelled">
        <span>{t('access.audit.action')}</span>
        <input
          className="field"
          data-search
          value={text}
          placeholder="people.read"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </SearchForm>
  )
}

function AuditTable({ lines }: { lines: AuditLine[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('ui.nav.audit')}
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        {
          key: 'at',
          title: t('access.audit.at'),
          head: true,
          cell: (line) => <time dateTime={line.at}>{instantText(line.at, language)}</time>,
        },
        { key: 'action', title: t('access.audit.action'), cell: (line) => <code>{line.action}</code> },
        { key: 'officer', title: t('access.audit.officer'), cell: (line) => line.officer },
        { key: 'post', title: t('access.audit.post'), cell: (line) => line.post },
        { key: 'object', title: t('access.audit.object'), cell: (line) => line.object },
        { key: 'detail', title: t('access.audit.detail'), cell: (line) => line.detail },
        {
          key: 'sealed',
          title: t('access.audit.sealed'),
          cell: (line) =>
            line.sealed ? (
              t('access.audit.sealed.yes')
            ) : (
              <Hint hint={t('access.audit.sealed.how')}>{t('access.audit.sealed.no')}</Hint>
            ),
        },
      ]}
    />
  )
}
