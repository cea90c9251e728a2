import { expect, test } from 'vitest'
import { asLogin, databaseOf, inDatabase } from './connection.ts'
import { networkUrl } from './network-url.ts'

test.each([
  ['postgres://u:p@db.local:5433/a?sslmode=require', 'postgres://u:p@db.local:5433/a?sslmode=require'],
  ['postgresql://u@h/a', 'postgresql://u@h/a'],
  ['postgres://u:p@/a?host=/run/pg', 'postgres://u:p@%2Frun%2Fpg/a'],
  ['postgres:///a?host=/run/pg&sslmode=disable', 'postgres://%2Frun%2Fpg/a?sslmode=disable'],
  ['postgres:///a', 'postgres://localhost/a'],
  ['postgres://%2Frun%2Fpg/a', 'postgres://%2Frun%2Fpg/a'],
])('%s', (given, expected) => expect(networkUrl(given)).toBe(expected))

test.each(['', 'nonsense', 'mysql://h/a', 'postgres://h', 'postgres://h/'])('"%s" is refused', (given) =>
  expect(() => networkUrl(given)).toThrow(expect.objectContaining({ code: 'database.url.malformed' })),
)

test('login and database are replaced, whatever they are written with', () => {
  const url = asLogin(inDatabase(networkUrl('postgres:///a?host=/run/pg'), '饭碗 1'), 'officer', 'a/b@c:d')
  expect(new URL(url).password).toBe('a%2Fb%40c%3Ad')
  expect(databaseOf(url)).toBe('饭碗 1')
})
