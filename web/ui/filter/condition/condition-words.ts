import type { Words } from '#domain/base/fail.ts'
import type { Translate } from '../../../words.ts'
import { operatorWord } from '../FactRowFields.tsx'
import type { Choice, Facts } from '../facts.ts'
import { type FactRow, type Group, type Row, type SpellRow, type Value, valuesTaken } from './condition.ts'

type Say = { t: Translate; say: (words: Words) => string }

/** What a filter says, in the reader's words; shown while the builder is closed. */
export function groupWords(group: Group, facts: Facts, say: Say): string {
  return joined(group, (row) => rowWords(row, facts, say), say)
}

function joined(group: Group, wordsOf: (row: Row) => string, { t }: Say): string {
  return group.rows.map(wordsOf).join(` ${t(group.join === 'and' ? 'filter.and' : 'filter.or')} `)
}

function rowWords(row: Row, facts: Facts, say: Say): string {
  if (row.kind === 'group') return `(${groupWords(row, facts, say)})`
  return row.kind === 'fact' ? factWords(row, facts.choices, say) : spellWords(row, facts, say)
}

function factWords(row: FactRow, choices: Choice[], { t, say }: Say): string {
  const choice = choices.find((c) => c.key === row.fact)
  if (!choice) return row.fact
  const valueWords = (value: Value): string => {
    if (value.type === 'boolean') return t(value.value ? 'filter.yes' : 'filter.no')
    const code = choice.fact.codes?.find((c) => c.code === value.value)
    if (code) return say(code.label)
    return choice.fact.unit === 'fen' ? `${Number(value.value) / 100} ${t('filter.yuan')}` : value.value
  }
  const label = say(choice.label)
  const operator = t(operatorWord(choice.type, row.operator) as 'filter.op.is')
  const between = valuesTaken(row.operator) === 2 ? ` ${t('filter.value.to')} ` : '、'
  const values = row.values.map(valueWords).join(between)
  return choice.type === 'boolean' && values ? `${label}：${values}` : `${label} ${operator} ${values}`.trim()
}

function spellWords(row: SpellRow, facts: Facts, say: Say): string {
  const list = facts.lists.find((l) => l.key === row.list)
  const parts = [say.t(row.has ? 'filter.spell.has' : 'filter.spell.hasNot')]
  if (row.current) parts.push(say.t('filter.spell.current'))
  parts.push(list ? say.say(list.label) : row.list)
  const where = row.where.map((fact) => factWords(fact, list?.facts ?? [], say))
  return where.length > 0 ? `${parts.join(' ')} (${where.join(` ${say.t('filter.and')} `)})` : parts.join(' ')
}
