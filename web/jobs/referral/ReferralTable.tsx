import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { DueMark, type Line, NextStep, ReferralMark } from './ReferralMark.tsx'

type Props = { lines: Line[]; caption: string; empty: string; without?: 'person' | 'vacancy' }

/** Referrals as a table, cards on a phone; what is known already of the page around it is left out. */
export function ReferralTable({ lines, caption, empty, without }: Props) {
  const { t } = useWords()
  const can = useCan()
  const columns: Column<Line>[] = [
    {
      key: 'next',
      title: t('referral.next'),
      head: true,
      cell: (line) => (
        <Go to={paths.referral(line.id)}>
          {line.next === null && line.check === null ? line.title : <NextStep line={line} />}
        </Go>
      ),
    },
    {
      key: 'name',
      title: t('referral.name'),
      cell: ({ person, name }) => (can('people.read') ? <Go to={paths.file(person)}>{name}</Go> : name),
    },
    { key: 'area', title: t('referral.area'), wide: true, cell: ({ areaName }) => areaName },
    {
      key: 'vacancy',
      title: t('referral.vacancy'),
      cell: (line) => <Go to={paths.vacancy(line.vacancy)}>{line.title}</Go>,
    },
    { key: 'employer', title: t('referral.employer'), wide: true, cell: ({ employer }) => employer },
    { key: 'due', title: t('referral.due'), cell: (line) => <DueMark line={line} /> },
    { key: 'state', title: t('referral.state'), beside: true, cell: (line) => <ReferralMark line={line} /> },
  ]
  const left = { person: ['name', 'area'], vacancy: ['vacancy', 'employer'] }
  const hidden = without === undefined ? [] : left[without]
  return (
    <DataTable
      caption={caption}
      columns={columns.filter(({ key }) => !hidden.includes(key))}
      rows={lines}
      keyOf={({ id }) => id}
      empty={empty}
    />
  )
}
