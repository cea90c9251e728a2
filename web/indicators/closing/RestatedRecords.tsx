import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { IndicatorData } from '../figure/figure.ts'
import { RestatedLines } from './RestatedTable.tsx'

type Answered = Reply<Api['listRestated']>
type Line = Answered['lines'][number]

/** Who and what makes the difference of one figure, each with the reason, and how the areas below differ. */
export function RestatedRecords({ month, indicator }: { month: string; indicator: IndicatorData }) {
  const { t, say } = useWords()
  const { plan, area, search } = useView()
  const { after } = search
  const params = { month, indicator: indicator.key }
  const records = useQuery({
    ...ask.listRestated({ params, query: { plan, area, limit: 50, ...(after ? { after } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const areas = useQuery(ask.listRestatedAreas({ params, query: { plan, area } }))
  return (
    <>
      <section className="panel" aria-labelledby="restated-records">
        <h2 id="restated-records">
          {say(indicator.name)} · {t('closing.records')}
        </h2>
        <Answer of={records} lines={8}>
          {(data) => (
            <>
              <Reasons reasons={data.reasons} />
              <RecordTable lines={data.lines} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
      <section className="panel" aria-labelledby="restated-areas">
        <h2 id="restated-areas">{t('closing.byArea')}</h2>
        <Answer of={areas} lines={6}>
          {(data) => (
            <RestatedLines
              areas
              month={month}
              lines={data.lines.filter(({ added, removed }) => added || removed)}
              nameOf={() => indicator}
              toOf={(line) => paths.restated(month, { indicator: indicator.key, area: line.area })}
            />
          )}
        </Answer>
      </section>
    </>
  )
}

function Reasons({ reasons }: { reasons: Answered['reasons'] }) {
  const { t, say } = useWords()
  if (reasons.length === 0) return null
  return (
    <ul className="closing-reasons" aria-label={t('closing.byReason')}>
      {reasons.map(({ code, words, added, removed }) => (
        <li key={code}>
          {say(words)} <b>{[added > 0 && `+${added}`, removed > 0 && `−${removed}`].filter(Boolean).join(' ')}</b>
        </li>
      ))}
    </ul>
  )
}

function RecordTable({ lines }: { lines: Line[] }) {
  const { t, say, language } = useWords()
  return (
    <DataTable
      caption={t('closing.records')}
      rows={lines}
      keyOf={(line) => line.id}
      empty={t('closing.records.none')}
      columns={[
        { key: 'who', title: t('closing.who'), head: true, cell: (line) => <Who line={line} /> },
        {
          key: 'where',
          title: t('closing.where'),
          cell: ({ person, site, record }) => person?.areaName ?? site?.areaName ?? record?.areaName,
        },
        {
          key: 'change',
          title: t('closing.figures.change'),
          cell: (line) => (
            <span className={`change-${line.change}`}>
              <span aria-hidden="true">{line.change === 'added' ? '+' : '−'}</span> {t(`closing.change.${line.change}`)}
            </span>
          ),
        },
        { key: 'why', title: t('closing.why'), cell: (line) => say(line.reason.words) },
        {
          key: 'known',
          title: t('closing.known'),
          cell: ({ reason }) => reason.at && <time dateTime={reason.at}>{instantText(reason.at, language)}</time>,
        },
      ]}
    />
  )
}

function Who({ line: { person, site, record, place } }: { line: Line }) {
  const { say } = useWords()
  if (person) return <Go to={paths.file(person.id)}>{person.name}</Go>
  if (site) return <Go to={paths.site(site.id)}>{site.name}</Go>
  if (place) return place.name
  if (!record) return '–'
  const facts = record.facts.slice(0, 2).map(({ value }) => say(value))
  return (
    <>
      {record.person && <Go to={paths.file(record.person.id)}>{record.person.name}</Go>}{' '}
      <small className="soft">{[record.from, ...facts].join(' · ')}</small>
    </>
  )
}
