import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import type { ImportRow } from '../import.ts'
import { AreaName } from './AreaName.tsx'
import { isAreaCode, useFactText } from './fact-text.ts'

type Difference = ImportRow['differences'][number]

/** Field by field: what the list says, what stands, which of the two is believed and why. */
export function Comparison({ row }: { row: ImportRow }) {
  const { t, say } = useWords()
  const opened = row.differences.filter(({ opens }) => opens)
  const facts = row.differences.flatMap((one, i) => (one.opens ? [] : [{ ...one, i }]))
  const columns: Column<Difference & { i: number }>[] = [
    {
      key: 'fact',
      title: t('import.row.fact'),
      head: true,
      cell: ({ record, fact }) => (
        <>
          <span className="soft">{say(record)}</span> {say(fact)}
        </>
      ),
    },
    { key: 'stood', title: t('import.row.stood'), cell: (one) => <Value of={one} text={one.stood} won={!one.wins} /> },
    { key: 'says', title: t('import.row.says'), cell: (one) => <Value of={one} text={one.says} won={one.wins} /> },
    {
      key: 'wins',
      title: t('import.row.wins'),
      cell: ({ wins }) => <b>{t(wins ? 'import.row.wins.list' : 'import.row.wins.ledger')}</b>,
    },
    { key: 'why', title: t('import.row.why'), cell: ({ why }) => <span className="soft">{say(why)}</span> },
  ]
  return (
    <>
      {opened.length > 0 && (
        <ul>
          {opened.map(({ record }) => (
            <li key={record.en}>{t('import.row.opens', { record: say(record) })}</li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <DataTable caption={t('import.row.columns')} columns={columns} rows={facts} keyOf={({ i }) => i} />
      )}
    </>
  )
}

/** A value as people say it; the one that is not believed is struck through. */
function Value({ of: { record, fact }, text, won }: { of: Difference; text: Difference['says']; won: boolean }) {
  const factText = useFactText()
  const { say } = useWords()
  if (text === null || text === '') return <span className="soft">–</span>
  const shown =
    typeof text !== 'string' ? (
      say(text)
    ) : isAreaCode(text) ? (
      <AreaName code={Number(text)} />
    ) : fact ? (
      factText(record, fact, text)
    ) : (
      text
    )
  return won ? <span>{shown}</span> : <s className="soft">{shown}</s>
}
