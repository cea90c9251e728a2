import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { numberText, shareText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { type IndicatorData, isShare, type PlanData } from '../figure/figure.ts'
import { shownAs } from '../figure/figure-text.ts'
import type { RestatedData } from './RestatedPage.tsx'

type Line = RestatedData['lines'][number]

const differs = ({ reported, now, added, removed, definitionChanged }: Line): boolean =>
  Boolean(added) ||
  Boolean(removed) ||
  definitionChanged ||
  reported.value !== now.value ||
  reported.of !== now.of ||
  reported.sum !== now.sum

/** What differs, each open to the people; what does not is only counted. */
export function RestatedTable({ plan, month, data }: { plan: PlanData; month: string; data: RestatedData }) {
  const { t } = useWords()
  const lines = data.lines.filter(differs)
  const named = (line: Line) => plan.indicators.find(({ key }) => key === line.indicator)
  return (
    <section className="panel" aria-labelledby="restated">
      <h2 id="restated">{t('closing.restated.open')}</h2>
      {lines.length > 0 && <p className="soft">{t('closing.records.choose')}</p>}
      <RestatedLines
        month={month}
        lines={lines}
        nameOf={(line) => named(line)}
        toOf={(line) => paths.restated(month, { indicator: line.indicator })}
      />
      {lines.length > 0 && <p className="soft">{t('closing.same', { n: data.lines.length - lines.length })}</p>}
    </section>
  )
}

type LinesProps = {
  month: string
  lines: Line[]
  nameOf: (line: Line) => IndicatorData | undefined
  toOf: (line: Line) => ReturnType<typeof paths.restated>
  /** Rows are areas instead of indicators. */
  areas?: boolean
}

/** Reported, now, how many came and how many left. */
export function RestatedLines({ lines, nameOf, toOf, areas = false }: LinesProps) {
  const { t, say, language } = useWords()
  const count = (value: number | null) => (value === null ? '–' : numberText(value, language))
  return (
    <DataTable
      caption={t('closing.restated.open')}
      rows={lines}
      keyOf={(line) => `${line.indicator} ${line.area}`}
      empty={t('closing.nothing')}
      columns={[
        {
          key: 'name',
          title: t(areas ? 'closing.where' : 'indicators.name'),
          head: true,
          cell: (line) => (
            <>
              <Go to={toOf(line)}>{areas ? line.areaName : say(nameOf(line)?.name) || line.indicator}</Go>
              {line.definitionChanged && <b className="unusual"> {t('closing.definition')}</b>}
            </>
          ),
        },
        {
          key: 'reported',
          title: t('closing.reported'),
          number: true,
          cell: (line) => <Told told={line.reported} indicator={nameOf(line)} />,
        },
        {
          key: 'now',
          title: t('closing.now'),
          number: true,
          cell: (line) => <Told told={line.now} indicator={nameOf(line)} />,
        },
        { key: 'added', title: t('closing.added'), number: true, cell: (line) => count(line.added) },
        { key: 'removed', title: t('closing.removed'), number: true, cell: (line) => count(line.removed) },
      ]}
    />
  )
}

function Told({ told: { value, of }, indicator }: { told: Line['reported']; indicator: IndicatorData | undefined }) {
  const { language } = useWords()
  if (value === null) return '–'
  const number = numberText(shownAs(value, indicator?.unit ?? ''), language)
  if (of === null || !indicator || !isShare(indicator))
    return of === null ? number : `${number} / ${numberText(of, language)}`
  return (
    <span>
      {number} <small className="soft">{shareText(value, of, language)}</small>
    </span>
  )
}
