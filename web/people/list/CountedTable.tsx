import { DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { ColumnChoice, useColumnChoice } from './ColumnChoice.tsx'
import { type Counted, useAreaColumns, useRecordColumns, useSiteColumns } from './counted-columns.tsx'
import { usePersonColumns } from './person-columns.tsx'

/** What a figure counted, each kind in its own columns: people, sites, areas or records. */
export function CountedTable({ page, caption }: { page: Counted; caption: string }) {
  const { t } = useWords()
  const [shown, toggle] = useColumnChoice()
  const people = usePersonColumns(shown)
  const sites = useSiteColumns()
  const areas = useAreaColumns()
  const records = useRecordColumns()
  const idOf = (one: { id: number }) => one.id
  if (page.people.length > 0)
    return (
      <>
        <ColumnChoice shown={shown} onToggle={toggle} />
        <DataTable caption={caption} columns={people} rows={page.people} keyOf={idOf} />
      </>
    )
  if (page.sites.length > 0) return <DataTable caption={caption} columns={sites} rows={page.sites} keyOf={idOf} />
  if (page.areas.length > 0)
    return <DataTable caption={caption} columns={areas} rows={page.areas} keyOf={(one) => one.code} />
  return <DataTable caption={caption} columns={records} rows={page.records} keyOf={idOf} empty={t('people.empty')} />
}
