import { attendanceEvidence, verifiedMethod } from '#domain/people/codes.ts'
import { paths } from '../../../paths.ts'
import { codedWords } from '../../../people/coded-words.ts'
import { useCodeWord } from '../../../places/code-word.ts'
import { Go } from '../../../ui/Go.tsx'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { RosterActs } from '../roster/RosterActs.tsx'
import type { MonthLine, SiteMonth } from '../site-data.ts'

type Props = { site: number; data: SiteMonth; people: MonthLine[]; mayAct: boolean }

/** The named roster of a month: since when, attendance, wage against wage, insured or not, verified how. */
export function MonthTable({ site, data, people, mayAct }: Props) {
  const { t } = useWords()
  const columns = useColumns(data)
  const acts: Column<MonthLine> = {
    key: 'act',
    title: t('sites.act'),
    cell: (line) => <RosterActs site={site} line={line} />,
  }
  return (
    <>
      <DataTable
        caption={t('sites.month.of', { month: data.month })}
        rows={people}
        keyOf={(line) => line.roster}
        columns={mayAct ? [...columns, acts] : columns}
        empty={t('sites.month.empty')}
      />
      {data.rosterRole === 'worker' && people.length > 0 && (
        <p className="soft">
          {t('sites.wage.how', { percent: data.wagePercent })} {t('sites.insured.how')}
        </p>
      )}
    </>
  )
}

function useColumns({ rosterRole }: SiteMonth): Column<MonthLine>[] {
  const { t, say, language } = useWords()
  const can = useCan()
  const code = useCodeWord()
  const yuan = (fen: number | null) => (fen === null ? null : t('sites.yuan', { n: numberText(fen / 100, language) }))
  const first: Column<MonthLine>[] = [
    {
      key: 'name',
      title: t('sites.person'),
      head: true,
      cell: (line) =>
        can('people.read') ? (
          <Go className="nowrap" to={paths.file(line.person)}>
            {line.name}
          </Go>
        ) : (
          line.name
        ),
    },
    {
      key: 'status',
      title: t('sites.status'),
      idle: (line) => !line.lifted && !line.monitored,
      cell: (line) => <Status line={line} role={code('role', line.role)} />,
    },
    { key: 'since', title: t('sites.since'), cell: (line) => <Since line={line} /> },
  ]
  const work: Column<MonthLine>[] = [
    {
      key: 'days',
      title: t('sites.days'),
      number: true,
      cell: ({ attendance }) =>
        attendance?.days == null ? <span className="soft">–</span> : t('sites.days.n', { n: attendance.days }),
    },
    {
      key: 'paid',
      title: t('sites.paid'),
      number: true,
      cell: ({ attendance }) => yuan(attendance?.wagePaidFen ?? null),
    },
    { key: 'stated', title: t('sites.stated'), number: true, cell: (line) => yuan(line.wageStatedFen) },
    {
      key: 'wage',
      title: t('sites.wage'),
      cell: ({ wage }) => <Mark of={wage} words={t(`sites.wage.${wage}`)} />,
    },
    {
      key: 'insured',
      title: t('sites.insured'),
      cell: ({ insured }) => <Mark of={insured} words={t(`sites.insured.${insured}`)} />,
    },
    {
      key: 'evidence',
      title: t('sites.evidence'),
      cell: ({ attendance }) =>
        attendance?.evidence && `${say(codedWords(attendanceEvidence, attendance.evidence))} ${attendance.by ?? ''}`,
    },
  ]
  const last: Column<MonthLine> = {
    key: 'verified',
    title: t('sites.verified'),
    cell: ({ verified }) =>
      verified ? (
        `${verified.on} ${verified.method ? say(codedWords(verifiedMethod, verified.method)) : ''}`
      ) : (
        <span className="soft">{t('sites.verified.never')}</span>
      ),
  }
  return rosterRole === 'worker' ? [...first, ...work, last] : [...first, last]
}

const LOOK: Readonly<Record<string, string>> = {
  no: 'site-mark site-bad',
  less: 'site-mark site-bad',
  more: 'site-mark site-doubt',
  same: 'site-mark site-good',
  yes: 'site-mark site-good',
}
const Mark = ({ of, words }: { of: string; words: string }) => <span className={LOOK[of] ?? 'soft'}>{words}</span>

function Status({ line, role }: { line: MonthLine; role: string }) {
  const { t } = useWords()
  if (!line.lifted && !line.monitored && line.role === 'worker') return null
  return (
    <span className="site-marks">
      {line.lifted && <span className="site-mark">{t('sites.lifted.one')}</span>}
      {line.monitored && <span className="site-mark">{t('sites.monitored.one')}</span>}
      {line.role !== 'worker' && <span className="soft">{role}</span>}
    </span>
  )
}

function Since({ line }: { line: MonthLine }) {
  const { t } = useWords()
  return (
    <span>
      <span className="nowrap">{line.from}</span>
      {line.left && <span className="nowrap"> – {line.to}</span>}{' '}
      {line.joined && <span className="site-mark">{t('sites.joined')}</span>}{' '}
      {line.left && <span className="site-mark">{t('sites.left')}</span>}
    </span>
  )
}
