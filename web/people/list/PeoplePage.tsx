import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FilterPanel } from '../../ui/filter/FilterPanel.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { changed, go } from '../../ui/router.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { OpenFileLink } from '../identity/OpenFileLink.tsx'
import { AreaDrill } from './AreaDrill.tsx'
import { ColumnChoice, useColumnChoice } from './ColumnChoice.tsx'
import { NeedChoice } from './NeedChoice.tsx'
import { PageTrail } from './PageTrail.tsx'
import { PredicateHead, usePredicateName } from './PredicateHead.tsx'
import { usePersonColumns } from './person-columns.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import '../people.css'

/** People of an area that satisfy a filter, or have a need or a finding; all of it stands in the address. */
export function PeoplePage() {
  const { t } = useWords()
  const { area, clocks, search } = useView()
  const { filter, predicate, after } = search
  const [shown, toggle] = useColumnChoice()
  const columns = usePersonColumns(shown)
  const name = usePredicateName(predicate)
  const asked = { ...clocks, area, ...(filter && { where: filter }), ...(predicate && { predicate }) }
  const list = useQuery({
    ...ask.listPeople({ query: { ...asked, limit: 50, ...(after && { after }) } }),
    placeholderData: keepPreviousData,
  })
  const apply = (next: string | undefined) => go(changed({ filter: next, after: undefined }))
  return (
    <PageShell
      title={name ?? t('people.list')}
      lede={<AreaDrill />}
      actions={
        <>
          <OpenFileLink />
          <ExportButton list={{ ...clocks, area, ...(filter && { filter }), ...(predicate && { predicate }) }} />
        </>
      }
    >
      <NeedChoice chosen={predicate} />
      {predicate && <PredicateHead predicate={predicate} />}
      <FilterPanel record="person" filter={filter} onApply={apply} />
      <SavedFilters filter={filter} onApply={apply} />
      <Answer of={list} lines={12}>
        {(data) => (
          <section className="panel">
            {data.people.length > 0 && <ColumnChoice shown={shown} onToggle={toggle} />}
            <DataTable
              caption={t('people.list.caption')}
              columns={columns}
              rows={data.people}
              keyOf={(person) => person.id}
              empty={t(filter ? 'people.empty.filter' : 'people.empty')}
            />
            <PageTrail after={after} next={data.next} />
          </section>
        )}
      </Answer>
    </PageShell>
  )
}
