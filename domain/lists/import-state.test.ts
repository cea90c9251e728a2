import { expect, test } from 'vitest'
import { type ImportDates, importState, mayAskNow, workLeft } from './import-state.ts'

const AT = '2024-01-01T00:00:00Z'
const dates = (...set: (keyof ImportDates)[]): ImportDates => ({
  ...{ list: 'work-monitoring', asked: null, read_at: null, matched_at: null, begun_at: null, applied_at: null },
  ...{ undone_at: null, discarded_at: null, stopped_at: null, problem: null },
  ...Object.fromEntries(set.map((key) => [key, AT])),
})

test.each<[string, ImportDates, ReturnType<typeof importState>, ReturnType<typeof workLeft>, string[]]>([
  ['just brought', { ...dates(), list: null }, 'received', null, ['read', 'discard']],
  ['stopped in the midst of reading', dates('stopped_at'), 'stopped', 'read', ['read', 'discard', 'resume']],
  [
    'stopped in the midst of comparing',
    dates('read_at', 'stopped_at'),
    'stopped',
    'match',
    ['read', 'discard', 'resume'],
  ],
  ['compared', dates('read_at', 'matched_at'), 'matched', null, ['read', 'discard', 'decide', 'apply']],
  [
    'stopped in the midst of taking',
    dates('read_at', 'matched_at', 'begun_at', 'stopped_at'),
    'stopped',
    'apply',
    ['resume', 'decide', 'apply', 'undo'],
  ],
  [
    'decided upon after that stop',
    dates('read_at', 'matched_at', 'begun_at'),
    'matched',
    'apply',
    ['decide', 'apply', 'undo'],
  ],
  ['taken', dates('read_at', 'matched_at', 'begun_at', 'applied_at'), 'applied', null, ['decide', 'undo']],
  [
    'an undo that failed',
    dates('read_at', 'matched_at', 'begun_at', 'applied_at', 'problem'),
    'failed',
    null,
    ['decide', 'undo'],
  ],
  ['a file that could not be read', dates('problem'), 'failed', 'read', ['read', 'discard', 'resume']],
  ['undone', dates('read_at', 'matched_at', 'begun_at', 'applied_at', 'undone_at'), 'undone', null, []],
  ['discarded', dates('discarded_at'), 'discarded', null, []],
])('%s', (_, given, state, left, may) => {
  expect([importState(given), workLeft(given), mayAskNow(given)]).toEqual([state, left, may])
})

test('at work nothing may be asked but to stop, and of an undo not even that', () => {
  const works = ['read', 'match', 'apply', 'undo'] as const
  expect(works.map((asked) => mayAskNow({ ...dates('read_at', 'matched_at'), asked }))).toEqual([
    ['stop'],
    ['stop'],
    ['stop'],
    [],
  ])
})
