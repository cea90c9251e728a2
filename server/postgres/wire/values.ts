import pg from 'pg'

/**
 * What a column's value is in TypeScript; `db/types.ts` is generated from the same table, and what it does not name is text.
 * int8 is a number, refused beyond 2^53: area codes, counts and fen fit, and text would be added up as text.
 * numeric stays text, since a float would not be exact. Days and instants are ISO text, with their microseconds.
 */
export const typescriptTypes: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
}

type Parser = (text: string) => unknown

function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError('An integer from the database is beyond 2^53')
  return number
}
/**
 * `2026-11-23 13:44:00.12+00` as `2026-11-23T13:44:00.120000Z`: every session runs in UTC, and always six digits,
 * so that the order of the texts is the order of the instants.
 */
const instant: Parser = (text) => {
  const [, day, time, fraction = ''] = /^([\d-]+) ([\d:]+)(?:\.(\d+))?\+00$/.exec(text) ?? []
  return day ? `${day}T${time}.${fraction.padEnd(6, '0')}Z` : text
}
const asText: Parser = (text) => text

/** The driver's own parser of text[], which knows quotes and escapes. */
const parseList = pg.types.getTypeParser(1009 as 25) as (text: string) => (string | null)[]
const listOf =
  (item: Parser): Parser =>
  (text) =>
    parseList(text).map((value) => (value === null ? null : item(value)))

/** By the number PostgreSQL gives a type: the type itself and the array of it. */
const parsers = new Map<number, Parser>([
  ...both(20, 1016, safeInteger), // int8
  ...both(1700, 1231, asText), // numeric
  ...both(1082, 1182, asText), // date
  ...both(1114, 1115, (text) => text.replace(' ', 'T')), // timestamp
  ...both(1184, 1185, instant), // timestamptz
  ...both(1186, 1187, asText), // interval
])
function both(type: number, array: number, parser: Parser): [number, Parser][] {
  return [
    [type, parser],
    [array, listOf(parser)],
  ]
}

/** For `types` of a client or a pool: nothing global, so that pg in another hand keeps its own ways. */
export const valueParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
