import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitStatements } from './statements.ts'

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text)

test.each([
  ['two', 'SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
  ['nothing', ' ;; -- a; b\n /* ; */ ;', []],
  ['a quote', "SELECT ';', 'it''s; so'; SELECT 2", ["SELECT ';', 'it''s; so'", 'SELECT 2']],
  ['an escape quote', "SELECT E'\\';', e'a''\\';'; SELECT 2", ["SELECT E'\\';', e'a''\\';'", 'SELECT 2']],
  ['a backslash without E', "SELECT '\\'; SELECT 2", ["SELECT '\\'", 'SELECT 2']],
  ['a name', 'SELECT "a;""b"; SELECT 2', ['SELECT "a;""b"', 'SELECT 2']],
  ['a dollar quote', 'DO $$ BEGIN; END $$; SELECT 2', ['DO $$ BEGIN; END $$', 'SELECT 2']],
  [
    'a tagged one in another',
    'DO $a$ x; $b$ y; $b$ $$;$$ $a$; SELECT 2',
    ['DO $a$ x; $b$ y; $b$ $$;$$ $a$', 'SELECT 2'],
  ],
  ['a dollar in a name', 'SELECT a$1$ FROM b$; SELECT $1', ['SELECT a$1$ FROM b$', 'SELECT $1']],
  ['a Chinese tag and name', 'SELECT 名$;$, $标$;$标$; SELECT 2', ['SELECT 名$', '$, $标$;$标$', 'SELECT 2']],
  [
    'a comment inside',
    'SELECT 1 -- ;\n + /* ; /* ; */ ; */ 2; SELECT 2',
    ['SELECT 1 -- ;\n + /* ; /* ; */ ; */ 2', 'SELECT 2'],
  ],
  [
    'brackets',
    'CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); X',
    ['CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)', 'X'],
  ],
  [
    'an atomic body',
    'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; X',
    ['CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END', 'X'],
  ],
])('%s', (_, sql, expected) => expect(texts(sql)).toEqual(expected))

test('a statement knows its line', () => {
  expect(splitStatements('-- head\n\nSELECT 1;\nSELECT\n2;').map(({ line }) => line)).toEqual([3, 4])
})

test.each(["SELECT 'a", 'SELECT "a', 'SELECT /* /* */', 'DO $x$ $$', "SELECT E'\\'"])(
  '%s does not end: refused',
  (sql) => expect(() => splitStatements(`SELECT 1;\n${sql}`)).toThrow(expect.objectContaining({ where: { line: 2 } })),
)

test('whatever statements are joined come apart again', () => {
  const part = fc.constantFrom(
    'SELECT 1',
    "'a;''b'",
    '"x;y"',
    '$t$;$t$',
    '/* ; */ 1',
    "E'\\';'",
    '(1;2)',
    '名称',
    'x$y',
  )
  const statement = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `S ${parts.join(' ')}`)
  fc.assert(
    fc.property(fc.array(statement), (list) => {
      expect(texts(list.join(';\n'))).toEqual(list)
    }),
  )
})
