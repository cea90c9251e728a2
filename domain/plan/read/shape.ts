import type { TSchema } from 'typebox'
import { isDay } from '../../base/date.ts'
import type { Words } from '../../base/fail.ts'
import { type Path, type Say, suggestion } from './problem.ts'

/** The part of JSON Schema that the files' shapes use. */
type Schema = {
  type?: string | string[]
  enum?: readonly string[]
  properties?: Record<string, Schema>
  required?: readonly string[]
  patternProperties?: Record<string, Schema>
  items?: Schema
  pattern?: string
  format?: string
  minLength?: number
  minItems?: number
  minimum?: number
  hint?: Words
}

const KINDS: Record<string, Words> = {
  object: { zh: '一组键值', en: 'keys with values' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
}

/** Holds a value against a shape and says every difference, not only the first. */
export function checkShape(schema: TSchema, value: unknown, say: Say): void {
  visit(schema as Schema, value, [], say)
}

function visit(schema: Schema, value: unknown, path: Path, say: Say): void {
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length && !types.some((type) => isOf(type, value))) {
    const [zh, en] = (['zh', 'en'] as const).map((language) => types.map((type) => KINDS[type]![language]))
    say(path, { zh: `这里应是${zh!.join('或')}。`, en: `This should be ${en!.join(' or ')}.` })
  } else if (schema.enum && !schema.enum.includes(value as string)) say(path, choices(String(value), schema.enum))
  else if (typeof value === 'string') visitText(schema, value, path, say)
  else if (Array.isArray(value)) visitList(schema, value, path, say)
  else if (typeof value === 'number' && schema.minimum !== undefined && value < schema.minimum)
    say(path, { zh: `不能小于 ${schema.minimum}。`, en: `This cannot be below ${schema.minimum}.` })
  else if (types.includes('object')) visitObject(schema, value as Record<string, unknown>, path, say)
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'array') return Array.isArray(value)
  return type === 'integer' ? Number.isSafeInteger(value) : typeof value === type
}

function choices(given: string, known: readonly string[]): Words {
  const near = suggestion(given, known)
  return {
    zh: `“${given}”不在可用值之内：${known.join('、')}${near.zh}`,
    en: `“${given}” is none of: ${known.join(', ')}${near.en}`,
  }
}

function visitText(schema: Schema, value: string, path: Path, say: Say): void {
  if (schema.minLength && value.trim().length < schema.minLength)
    say(path, { zh: '不能为空；补上文字。', en: 'This cannot be empty; fill it in.' })
  else if (schema.format === 'day' && !isDay(value))
    say(path, { zh: `“${value}”不是日期；写成 2021-09-17。`, en: `“${value}” is no day; write it as 2021-09-17.` })
  else if (schema.pattern && !new RegExp(schema.pattern).test(value))
    say(path, {
      zh: `“${value}”写法不符；${schema.hint?.zh ?? schema.pattern}`,
      en: `“${value}” is not written as it should be; ${schema.hint?.en ?? schema.pattern}`,
    })
}

function visitList(schema: Schema, value: unknown[], path: Path, say: Say): void {
  if (schema.minItems && value.length < schema.minItems)
    say(path, { zh: `至少要有 ${schema.minItems} 项。`, en: `At least ${schema.minItems} must be listed.` })
  for (const [i, item] of value.entries()) if (schema.items) visit(schema.items, item, [...path, i], say)
}

function visitObject(schema: Schema, value: Record<string, unknown>, path: Path, say: Say): void {
  const properties = schema.properties ?? {}
  const patterns = Object.entries(schema.patternProperties ?? {})
  for (const key of schema.required ?? []) if (!(key in value)) say(path, missing(key))
  for (const [key, item] of Object.entries(value)) {
    const of = properties[key] ?? patterns.find(([pattern]) => new RegExp(pattern).test(key))?.[1]
    if (of) visit(of, item, [...path, key], say)
    else say([...path, key], unknownKey(key, Object.keys(properties), schema.hint))
  }
}

function missing(key: string): Words {
  if (key === 'zh')
    return { zh: '缺少中文（zh）；中英文都要写。', en: 'The Chinese words (zh) are missing; write both.' }
  if (key === 'en')
    return { zh: '缺少英文（en）；中英文都要写。', en: 'The English words (en) are missing; write both.' }
  return { zh: `缺少“${key}”；补上这一项。`, en: `“${key}” is missing; add it.` }
}

function unknownKey(key: string, known: string[], hint: Words | undefined): Words {
  const near = suggestion(key, known)
  const list = known.length ? { zh: `可用：${known.join('、')}`, en: `known are: ${known.join(', ')}` } : hint
  return {
    zh: `不认识的键“${key}”${near.zh}${list ? `（${list.zh}）` : ''}`,
    en: `“${key}” is no known key${near.en}${list ? ` (${list.en})` : ''}`,
  }
}
