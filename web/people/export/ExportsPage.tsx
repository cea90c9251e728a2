import { PageShell } from '../../ui/page/PageShell.tsx'
import type { Column } from '../../ui/table/DataTable.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { type Asked, useAskedExports } from './asked-exports.ts'
import { ExportState } from './ExportState.tsx'
import '../people.css'

/** Exports of the past day with their progress and their files. */
export function ExportsPage() {
  const { t, language } = useWords()
  const asked = useAskedExports()
  const columns: Column<Asked>[] = [
    { key: 'number', title: t('export.number'), head: true, cell: (one) => one.id },
    { key: 'of', title: t('export.of'), cell: (one) => one.title },
    { key: 'at', title: t('export.at'), cell: (one) => instantText(one.at, language) },
    { key: 'state', title: t('export.state'), cell: (one) => <ExportState id={one.id} /> },
  ]
  return (
    <PageShell title={t('export.list')} lede={t('export.lede')}>
      <section className="panel">
        <DataTable
          caption={t('export.caption')}
          columns={columns}
          rows={asked}
          keyOf={(one) => one.id}
          empty={t('export.empty')}
        />
      </section>
    </PageShell>
  )
}
