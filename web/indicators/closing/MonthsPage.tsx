import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Hint } from '../../ui/Hint.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { DueDay, UnitMark } from './UnitMark.tsx'
import { waitingMonths } from './waiting-months.ts'
import './closing.css'

export type MonthLine = Reply<Api['listMonths']>['months'][number]

/** Every month with where its closing stands; what waits for the reader on top. */
export function MonthsPage() {
  const { t } = useWords()
  const { plan } = useView()
  const months = useQuery(ask.listMonths({ query: { plan } }))
  return (
    <PageShell title={t('closing.months')} lede={t('closing.months.lede')} actions={<PrintButton />}>
      <Answer of={months} lines={12}>
        {(data) => (
          <>
            <Waiting months={data.months} />
            <section className="panel" aria-label={t('closing.month')}>
              <MonthTable months={data.months} />
            </section>
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Waiting({ months }: { months: MonthLine[] }) {
  const { t } = useWords()
  const can = useCan()
  const mine = waitingMonths(months, can)
  return (
    <section className="panel next" aria-labelledby="waiting">
      <h2 id="waiting">{t('closing.waiting')}</h2>
      {mine.length === 0 && <p className="soft">{t('closing.waiting.none')}</p>}
      <ul className="closing-waiting">
        {mine.map((line) => (
          <li key={line.month}>
            <Go to={paths.month(line.month)}>{t('closing.month.name', { month: line.month })}</Go>{' '}
            {line.mine ? <UnitMark state={line.mine.state} /> : t(`closing.state.${line.state}`)}{' '}
            {line.mine && <DueDay unit={line.mine} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function MonthTable({ months }: { months: MonthLine[] }) {
  const { t, language } = useWords()
  return (
    <DataTable
      caption={t('closing.months')}
      rows={months.toSorted((a, b) => Number(a.state === 'open') - Number(b.state === 'open'))}
      keyOf={(line) => line.month}
      rowClass={(line) => (line.state === 'open' ? 'month-open' : undefined)}
      columns={[
        {
          key: 'month',
          title: t('closing.month'),
          head: true,
          cell: (line) => (
            <>
              <Go to={paths.month(line.month)}>{line.month}</Go>
              {line.published && <small className="soft"> {t('closing.published')}</small>}
            </>
          ),
        },
        { key: 'state', title: t('closing.state'), cell: (line) => t(`closing.state.${line.state}`) },
        {
          key: 'edition',
          title: t('closing.frozenAt'),
          cell: ({ snapshot }) =>
            snapshot && (
              <>
                {t('closing.edition', { n: snapshot.edition })}{' '}
                <small className="soft">{t('closing.knownAt', { at: instantText(snapshot.knownAt, language) })}</small>
              </>
            ),
        },
        {
          key: 'confirmed',
          title: t('closing.confirmed'),
          number: true,
          cell: (line) => (line.units > 0 ? `${line.confirmed} / ${line.units}` : null),
        },
        {
          key: 'mine',
          title: <Hint hint={t('closing.due.how')}>{t('closing.mine')}</Hint>,
          cell: ({ mine }) =>
            mine && (
              <>
                <UnitMark state={mine.state} /> <DueDay unit={mine} />
              </>
            ),
        },
        {
          key: 'restated',
          title: t('closing.restated'),
          cell: (line) => line.snapshot && <Go to={paths.restated(line.month)}>{t('closing.restated.open')}</Go>,
        },
      ]}
    />
  )
}
