import { useWords } from '../../words.ts'
import type { FactRow, SpellRow } from './condition/condition.ts'
import { FactRowFields, rowOver } from './FactRowFields.tsx'
import type { ListChoice } from './facts.ts'

type Props = { row: SpellRow; lists: ListChoice[]; onChange: (row: SpellRow) => void }

/** "Has an employment in force on the day whose channel is …". */
export function SpellRowFields({ row, lists, onChange }: Props) {
  const { t, say } = useWords()
  const list = lists.find((l) => l.key === row.list) ?? lists[0]
  if (!list) return null
  const setWhere = (i: number, fact: FactRow | undefined) => {
    const where = row.where.flatMap((old, at) => (at === i ? (fact ? [fact] : []) : [old]))
    onChange({ ...row, where })
  }
  return (
    <>
      <Choose
        label={t('filter.spell.has')}
        options={[
          ['true', t('filter.spell.has')],
          ['false', t('filter.spell.hasNot')],
        ]}
        value={String(row.has)}
        onChoose={(value) => onChange({ ...row, has: value === 'true' })}
      />
      <Choose
        label={t('filter.spell')}
        options={lists.map((l) => [l.key, say(l.label)])}
        value={list.key}
        onChoose={(value) => onChange({ ...row, list: value, where: [] })}
      />
      <Choose
        label={t('filter.spell.current')}
        options={[
          ['true', t('filter.spell.current')],
          ['false', t('filter.spell.any')],
        ]}
        value={String(row.current)}
        onChoose={(value) => onChange({ ...row, current: value === 'true' })}
      />
      <div className="filter-where">
        {row.where.map((fact, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and hold no state
          <div className="filter-row" key={i}>
            <span className="filter-joined">{t('filter.spell.where')}</span>
            <div className="filter-fields">
              <FactRowFields row={fact} choices={list.facts} onChange={(changed) => setWhere(i, changed)} />
            </div>
            <button
              type="button"
              className="filter-drop"
              aria-label={t('filter.drop')}
              onClick={() => setWhere(i, undefined)}
            >
              ×
            </button>
          </div>
        ))}
        {list.facts[0] && (
          <button
            type="button"
            className="link-button"
            onClick={() => onChange({ ...row, where: [...row.where, rowOver(factToStart(list))] })}
          >
            + {t('filter.spell.where')}…
          </button>
        )}
      </div>
    </>
  )
}

/** Kinds and channels are asked for more than ids: start with the first coded fact. */
const factToStart = (list: ListChoice) => list.facts.find((fact) => fact.fact.codes) ?? list.facts[0]!

function Choose(props: {
  label: string
  options: [string, string][]
  value: string
  onChoose: (value: string) => void
}) {
  return (
    <select
      className="field"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      {props.options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
