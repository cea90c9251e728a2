import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { PageTrail } from '../../people/list/PageTrail.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { changed, useSearch } from '../../ui/router.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { countOf, type Import, isCompared, OUTCOMES, type Outcome } from '../import.ts'
import { OfFinding } from '../outcome/Findings.tsx'
import { ROWS } from '../outcome/ToRows.tsx'
import { ReviewRows } from './ReviewRows.tsx'
import { RowItem } from './RowItem.tsx'

type Props = { one: Import; outcome: Outcome | undefined; may: boolean }

/** Rows of one outcome, in the order of the file, each to be opened. */
export function Rows({ one, outcome, may }: Props) {
  const { t } = useWords()
  const { after, predicate: finding } = useSearch()
  const rows = useQuery({
    ...ask.listImportRows({
      params: { id: one.id },
      query: { limit: 50, ...(outcome && { outcome }), ...(finding && { finding }), ...(after && { after }) },
    }),
    placeholderData: keepPreviousData,
    enabled: isCompared(one),
  })
  const lists = useQuery(ask.listLists({}))
  const list = lists.data?.lists.find(({ key }) => key === one.list)
  const decides = outcome === 'review' && may && one.may.includes('decide')
  return (
    <section className="panel" id={ROWS}>
      <Tabs one={one} at={outcome} />
      {finding && <OfFinding one={one} finding={finding} />}
      <Answer of={rows} lines={8}>
        {(data) =>
          data.rows.length === 0 ? (
            <p className="table-empty">{t('import.rows.none')}</p>
          ) : (
            <>
              {decides ? (
                <ReviewRows one={one} rows={data.rows} list={list} />
              ) : (
                <ul className="import-rows">
                  {data.rows.map((row) => (
                    <RowItem key={row.row} row={row} list={list} named={outcome === undefined} />
                  ))}
                </ul>
              )}
              <PageTrail after={after} next={data.next} />
            </>
          )
        }
      </Answer>
    </section>
  )
}

function Tabs({ one, at }: { one: Import; at: Outcome | undefined }) {
  const { t, language } = useWords()
  const shown = OUTCOMES.filter((outcome) => countOf(one, outcome) > 0)
  const total = OUTCOMES.reduce((sum, outcome) => sum + countOf(one, outcome), 0)
  const tab = (outcome: Outcome | undefined, n: number) => (
    <li key={outcome ?? 'all'}>
      <Go
        bare
        className={outcome && `outcome-${outcome}`}
        to={changed({ part: outcome ?? 'all', predicate: undefined, after: undefined })}
        aria-current={outcome === at ? 'true' : undefined}
      >
        <b>{numberText(n, language)}</b> {t(`import.outcome.${outcome ?? 'all'}`)}
      </Go>
    </li>
  )
  return (
    <nav aria-label={t('import.result.tabs')}>
      <ul className="import-tabs">
        {shown.map((outcome) => tab(outcome, countOf(one, outcome)))}
        {tab(undefined, total)}
      </ul>
    </nav>
  )
}
