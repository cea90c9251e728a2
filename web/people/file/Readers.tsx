import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

type Reader = Reply<Api['listReaders']>['readers'][number]
const told = ['people.read', 'people.reveal', 'people.record', 'people.export'] as const

/** Who opened this file, when and why: the same that the person may see. */
export function Readers({ person }: { person: number }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <section className="panel no-print" aria-labelledby="readers">
      <h2 id="readers">{t('file.readers')}</h2>
      {open ? (
        <ReaderTable person={person} />
      ) : (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t('file.readers.show')}
        </button>
      )}
    </section>
  )
}

function ReaderTable({ person }: { person: number }) {
  const { t, language } = useWords()
  const readers = useQuery(ask.listReaders({ params: { id: person } }))
  const did = (action: string): string => {
    const known = told.find((one) => one === action)
    return known ? t(`file.did.${known}`) : action
  }
  const columns: Column<Reader>[] = [
    { key: 'at', title: t('file.readers.at'), head: true, cell: (one) => instantText(one.at, language) },
    { key: 'who', title: t('file.readers.who'), cell: (one) => `${one.officer} · ${one.post}` },
    { key: 'what', title: t('file.readers.what'), cell: (one) => did(one.action) },
    { key: 'reason', title: t('file.readers.reason'), cell: (one) => one.reason },
  ]
  return (
    <Answer of={readers} lines={3}>
      {(data) => (
        <DataTable
          caption={t('file.readers.caption')}
          columns={columns}
          rows={data.readers}
          keyOf={(one) => `${one.at}${one.action}${one.officer}`}
          empty={t('file.readers.none')}
        />
      )}
    </Answer>
  )
}
