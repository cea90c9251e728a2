import type { FactRow, Group, Operator, Row, SpellRow, Value } from './condition.ts'

const signs: Partial<Record<Operator, string>> = {
  is: '=',
  isNot: '!=',
  below: '<',
  atMost: '<=',
  above: '>',
  atLeast: '>=',
}

function valueText(value: Value): string {
  if (value.type === 'string') return JSON.stringify(value.value)
  if (value.type === 'date') return `date(${JSON.stringify(value.value)})`
  return String(value.value)
}

function factText(row: FactRow, prefix = ''): string {
  const fact = prefix + row.fact
  const [first, second] = row.values
  if (row.operator === 'missing') return `${fact} = null`
  if (row.operator === 'known') return `${fact} != null`
  if (row.operator === 'in') return `${fact} in (${row.values.map(valueText).join(', ')})`
  if (row.operator === 'between') return `${fact} in [${valueText(first!)}..${valueText(second!)}]`
  return `${fact} ${signs[row.operator]} ${valueText(first!)}`
}

/** The name a quantifier gives the record it looks at: `some e in employments`. */
const letter = (list: string) => list.slice(0, 1)

function spellText(row: SpellRow): string {
  const name = letter(row.list)
  const parts = row.where.map((fact) => factText(fact, `${name}.`))
  if (row.current) parts.unshift(`${name}.current`)
  const some =
    parts.length === 0 ? `count(${row.list}) > 0` : `some ${name} in ${row.list} satisfies ${parts.join(' and ')}`
  return row.has ? some : `not(${some})`
}

/** The text of a row; `alone` where nothing stands beside it, so that no brackets are needed. */
function rowText(row: Row, alone: boolean): string {
  if (row.kind === 'fact') return factText(row)
  if (row.kind === 'spell') {
    const text = spellText(row)
    return alone || !text.startsWith('some ') ? text : `(${text})`
  }
  const text = groupText(row)
  return alone || row.rows.length === 1 ? text : `(${text})`
}

/** FEEL for a group of rows; empty for an empty group. */
export function groupText(group: Group): string {
  return group.rows.map((row) => rowText(row, group.rows.length === 1)).join(` ${group.join} `)
}
