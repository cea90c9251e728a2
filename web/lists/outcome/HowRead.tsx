import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

type Change = Import['reading'][number]

/** What reading made of the file: rows that are no rows of the list, merged cells, signs made plain. Nothing is changed unseen. */
export function HowRead({ one }: { one: Import }) {
  const { t, language } = useWords()
  const { reading } = one
  const told = ({ what, n, rows }: Change) =>
    t(`import.reading.${what}`, { n: numberText(n, language), rows: rowsText(rows, n) })
  // Rows that somebody hid may be wanted after all: told in the open.
  const hidden = reading.find(({ what }) => what === 'hidden')
  const others = reading.filter((change) => change !== hidden)
  return (
    <section className="panel import-read">
      {hidden && (
        <p className="import-warning">
          {told(hidden)} {one.may.includes('read') && t('import.reading.hidden.take')}
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            <h2>{t('import.reading.title', { n: others.length })}</h2>
          </summary>
          <ul>
            {others.map((change) => (
              <li key={change.what}>{told(change)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** 1–3, 7, 12 …: rows as the spreadsheet numbers them, runs together. */
function rowsText(rows: readonly Change['rows'][number][], n: number): string {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && row === last[1] + 1) last[1] = row
    else runs.push([row, row])
  }
  const text = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
  return n > rows.length ? `${text} …` : text
}
