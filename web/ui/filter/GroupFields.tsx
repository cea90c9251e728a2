import { useWords } from '../../words.ts'
import type { Group, Row } from './condition/condition.ts'
import { emptyGroup } from './condition/condition.ts'
import { FactRowFields, rowOver } from './FactRowFields.tsx'
import type { Facts } from './facts.ts'
import { SpellRowFields } from './SpellRowFields.tsx'

type Props = { group: Group; facts: Facts; depth?: number; onChange: (group: Group) => void }

/** Rows joined by and / or; a group may hold one further level of groups. */
export function GroupFields({ group, facts, depth = 0, onChange }: Props) {
  const { t } = useWords()
  const set = (i: number, row: Row | undefined) =>
    onChange({ ...group, rows: group.rows.flatMap((old, at) => (at === i ? (row ? [row] : []) : [old])) })
  return (
    <div className={depth === 0 ? 'filter-group' : 'filter-group filter-group-inner'}>
      {group.rows.length > 1 && <JoinChoice group={group} onChange={onChange} />}
      {group.rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and hold no state
        <div className="filter-row" key={i}>
          {group.rows.length > 1 && (
            <span className="filter-joined">{i === 0 ? '' : t(group.join === 'and' ? 'filter.and' : 'filter.or')}</span>
          )}
          <div className="filter-fields">
            <RowFields row={row} facts={facts} depth={depth} onChange={(changed) => set(i, changed)} />
          </div>
          <button type="button" className="filter-drop" aria-label={t('filter.drop')} onClick={() => set(i, undefined)}>
            ×
          </button>
        </div>
      ))}
      <Add facts={facts} depth={depth} onAdd={(row) => onChange({ ...group, rows: [...group.rows, row] })} />
    </div>
  )
}

function RowFields(props: { row: Row; facts: Facts; depth: number; onChange: (row: Row) => void }) {
  const { row, facts, depth, onChange } = props
  if (row.kind === 'fact') return <FactRowFields row={row} choices={facts.choices} onChange={onChange} />
  if (row.kind === 'spell') return <SpellRowFields row={row} lists={facts.lists} onChange={onChange} />
  return <GroupFields group={row} facts={facts} depth={depth + 1} onChange={onChange} />
}

function JoinChoice({ group, onChange }: { group: Group; onChange: (group: Group) => void }) {
  const { t } = useWords()
  return (
    <label className="filter-join">
      {t('filter.join')}{' '}
      <select
        className="field"
        value={group.join}
        onChange={(event) => onChange({ ...group, join: event.target.value === 'or' ? 'or' : 'and' })}
      >
        <option value="and">{t('filter.all')}</option>
        <option value="or">{t('filter.any')}</option>
      </select>
    </label>
  )
}

function Add({ facts, depth, onAdd }: { facts: Facts; depth: number; onAdd: (row: Row) => void }) {
  const { t } = useWords()
  const start = facts.choices.find((choice) => choice.fact.codes) ?? facts.choices[0]
  const list = facts.lists.find((l) => l.key === 'employments') ?? facts.lists[0]
  return (
    <div className="filter-add">
      {start && (
        <button type="button" className="link-button" onClick={() => onAdd(rowOver(start))}>
          + {t('filter.addFact')}
        </button>
      )}
      {list && (
        <button
          type="button"
          className="link-button"
          onClick={() => onAdd({ kind: 'spell', list: list.key, has: true, current: true, where: [] })}
        >
          + {t('filter.addSpell')}
        </button>
      )}
      {depth === 0 && start && (
        <button
          type="button"
          className="link-button"
          onClick={() => onAdd({ ...emptyGroup(), join: 'or', rows: [rowOver(start)] })}
        >
          + {t('filter.addGroup')}
        </button>
      )}
    </div>
  )
}
