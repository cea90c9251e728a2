import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { Severity } from '../Severity.tsx'

type Line = Reply<Api['listFindings']>['findings'][number]
const isNews = (line: Line) => line.open + line.waived + line.unknown + line.found + line.mended > 0

/** Rules with something to do, gravest first and fullest first; those without are told by their number. */
export function FindingTable({ findings }: { findings: Line[] }) {
  const { t, say, language } = useWords()
  const shown = findings.filter(isNews)
  const count = (n: number) => numberText(n, language)
  const columns: Column<Line>[] = [
    {
      key: 'name',
      title: t('needs.findings.rule'),
      head: true,
      width: '30%',
      cell: (line) => <Go to={paths.finding(line.key)}>{say(line.name)}</Go>,
    },
    { key: 'severity', title: t('needs.severity'), cell: (line) => <Severity of={line.severity} /> },
    { key: 'clause', title: t('needs.findings.clause'), wide: true, cell: (line) => line.clause },
    {
      key: 'open',
      title: t('needs.findings.open'),
      number: true,
      beside: true,
      cell: (line) => (
        <Go to={paths.finding(line.key)} aria-label={`${say(line.name)} ${t('needs.findings.open')} ${line.open}`}>
          <b>{count(line.open)}</b>
        </Go>
      ),
    },
    {
      key: 'waived',
      title: t('needs.findings.waived'),
      number: true,
      idle: (line) => line.waived === 0,
      cell: (line) => <Counted line={line} state="waived" />,
    },
    {
      key: 'unknown',
      title: t('needs.findings.unknown'),
      number: true,
      idle: (line) => line.unknown === 0,
      cell: (line) => <Counted line={line} state="unknown" />,
    },
    {
      key: 'found',
      title: t('needs.findings.found'),
      number: true,
      wide: true,
      idle: (line) => line.found === 0,
      cell: (line) => count(line.found),
    },
    {
      key: 'mended',
      title: t('needs.findings.mended'),
      number: true,
      wide: true,
      idle: (line) => line.mended === 0,
      cell: (line) => count(line.mended),
    },
  ]
  const order = ['block', 'hold', 'review']
  const sorted = shown.toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.open - a.open || b.unknown - a.unknown,
  )
  return (
    <>
      <DataTable
        caption={t('ui.nav.findings')}
        columns={columns}
        rows={sorted}
        keyOf={(line) => line.key}
        empty={t('needs.findings.none')}
      />
      {shown.length < findings.length && (
        <p className="soft">{t('needs.findings.clean', { n: findings.length - shown.length })}</p>
      )}
    </>
  )
}

function Counted({ line, state }: { line: Line; state: 'waived' | 'unknown' }) {
  const { t, say, language } = useWords()
  if (line[state] === 0) return '0'
  return (
    <Go
      to={paths.finding(line.key, { part: state })}
      aria-label={`${say(line.name)} ${t(`needs.findings.${state}`)} ${line[state]}`}
    >
      {numberText(line[state], language)}
    </Go>
  )
}
