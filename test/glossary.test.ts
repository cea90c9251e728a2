import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { api } from '#domain/api.ts'

/** Table names that are not a word of the glossary as they stand, and the word they stand for. */
const STANDS_FOR: Record<string, string> = {
  grant_paid: 'grant',
  person_identity: 'identity registry',
  reporting_unit_area: 'reporting unit',
}

const SLICE_FOLDERS_OF = ['domain', 'server']
const NOT_SLICES = new Set(['base', 'adapters', 'postgres', 'migration', 'start', 'http'])

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** First column of every table of the glossary, what stands in brackets left out. */
const words = new Set(
  [...read('GLOSSARY.md').matchAll(/^\| ([^|]+?) *\|/gm)].map(([, word = '']) => word.replace(/ \(.*\)/, '')),
)

/** Names of tables that are no word of the glossary, or no singular noun; `_history` follows its table. */
function strangeTables(sql: string): string[] {
  const tables = [...sql.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g)].map(([, name = '']) => name)
  return tables.filter((table) => {
    const noun = table.replace(/_history$/, '')
    const plural = /s$/.test(noun)
    return plural || !words.has(STANDS_FOR[noun] ?? noun.replaceAll('_', ' '))
  })
}
const strange = (names: string[]) => names.filter((name) => !words.has(name))

function slices(): string[] {
  const folders = SLICE_FOLDERS_OF.filter((top) => readdirSync(root).includes(top)).flatMap((top) =>
    readdirSync(join(root, top), { withFileTypes: true }),
  )
  return folders.filter((entry) => entry.isDirectory() && !NOT_SLICES.has(entry.name)).map((entry) => entry.name)
}
const migrations = readdirSync(join(root, 'db/migrations')).map((name) => read(`db/migrations/${name}`))
const permissions = Object.values(api).map((route) => route.needs)

test('an unknown word is caught, a known one is not', () => {
  expect(strangeTables('CREATE TABLE gizmo (); CREATE TABLE persons (); CREATE TABLE person_history ()')).toEqual([
    'gizmo',
    'persons',
  ])
  expect(strange(['people', 'gadgets'])).toEqual(['gadgets'])
  expect(strange(['people.read', 'people.frobnicate'])).toEqual(['people.frobnicate'])
})
test('tables are singular nouns of the glossary', () => {
  expect(migrations.length).toBeGreaterThan(20)
  expect(migrations.flatMap(strangeTables)).toEqual([])
})
test('slices are words of the glossary', () => expect(strange(slices())).toEqual([]))
test('permissions are words of the glossary', () => expect(strange(permissions)).toEqual([]))
test('every listed exception is still in use', () => {
  const all = migrations.join('\n')
  expect(Object.keys(STANDS_FOR).filter((table) => !all.includes(`CREATE TABLE ${table} `))).toEqual([])
})
