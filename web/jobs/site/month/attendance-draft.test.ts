import { expect, test } from 'vitest'
import type { MonthLine } from '../site-data.ts'
import { drafted, draftOf, sameAsBefore } from './attendance-draft.ts'

const line = (person: number, more: Partial<MonthLine> = {}) =>
  ({ person, joined: false, left: false, attendance: null, before: null, ...more }) as MonthLine
const BEFORE = { days: 22, wagePaidFen: 260_050, evidence: 'payroll' }
const ENTERED = { ...BEFORE, days: 20, by: '某岗位', knownFrom: '2021-09-01T00:00:00Z' }

test('one tap takes over last month for who is blank; what is entered, who came or left, and who was shown for nothing stay', () => {
  const lines = [
    line(1, { before: BEFORE }),
    line(2, { before: BEFORE, attendance: ENTERED }),
    line(3, { before: BEFORE, left: true }),
    line(4),
  ]
  const drafts = sameAsBefore(lines, new Map(lines.map((each) => [each.person, draftOf(each)])))
  expect([...drafts.values()].map(({ days }) => days)).toEqual(['22', '20', '', ''])
  // Only what is new is sent, and of a line that is entered already the version that was seen.
  expect(drafted(lines, drafts, 'photo')).toEqual([{ person: 1, days: 22, wagePaidFen: 260_050, evidence: 'payroll' }])
  const changed = new Map(drafts).set(2, { days: '19', yuan: '', evidence: '' })
  expect(drafted(lines, changed, 'photo')[1]).toEqual({
    ...{ person: 2, days: 19, evidence: 'photo', seen: ENTERED.knownFrom },
  })
})
