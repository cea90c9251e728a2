import { type ZenEngine as Engine, ZenEngine } from '@gorules/zen-engine'
import { evaluate as feelin } from 'feelin'
import jsonLogic from 'json-logic-js'

/** A file as plain values, days as day numbers: what other engines can be given. */
export type PlainFile = {
  on: number
  in_school: boolean | null
  employments: { from: number; to: number | null; wage: number | null; channel: string | null }[]
  wishes: { from: number; to: number | null; kind: string }[]
  posts: { from: number; to: number | null }[]
}

const current = (e: string) => `${e}.from <= on and (${e}.to = null or ${e}.to > on)`
const zenCurrent = '#.from <= on and (#.to == null or #.to > on)'
const item = (name: string) => ({ var: name })
/** Inside `some` json-logic sees the element alone: the day is written into the rule. */
const logicCurrent = (on: number) => ({
  and: [{ '<=': [item('from'), on] }, { or: [{ '==': [item('to'), null] }, { '>': [item('to'), on] }] }],
})

/** Five of the shipped rules, shortened to what all of these engines can say, written in the language of each. */
export const RULES = [
  {
    key: 'wage-too-low',
    feel: `some e in employments satisfies ${current('e')} and e.wage < 40000`,
    zen: `some(employments, ${zenCurrent} and #.wage != null and (#.wage ?? 0) < 40000)`,
    logic: (on: number) => ({
      some: [
        item('employments'),
        { and: [logicCurrent(on), { '!=': [item('wage'), null] }, { '<': [item('wage'), 40000] }] },
      ],
    }),
  },
  {
    key: 'wage-too-high',
    feel: `some e in employments satisfies ${current('e')} and e.wage > 1000000`,
    zen: `some(employments, ${zenCurrent} and (#.wage ?? 0) > 1000000)`,
    logic: (on: number) => ({
      some: [item('employments'), { and: [logicCurrent(on), { '>': [item('wage'), 1000000] }] }],
    }),
  },
  {
    key: 'post-and-workshop',
    feel: `(some p in posts satisfies ${current('p')}) and (some e in employments satisfies ${current('e')} and e.channel = "workshop")`,
    zen: `some(posts, ${zenCurrent}) and some(employments, ${zenCurrent} and #.channel == "workshop")`,
    logic: (on: number) => ({
      and: [
        { some: [item('posts'), logicCurrent(on)] },
        { some: [item('employments'), { and: [logicCurrent(on), { '==': [item('channel'), 'workshop'] }] }] },
      ],
    }),
  },
  {
    key: 'student-at-work',
    feel: `in_school = true and (some e in employments satisfies ${current('e')})`,
    zen: `in_school == true and some(employments, ${zenCurrent})`,
    logic: (on: number) => ({
      and: [{ '===': [item('in_school'), true] }, { some: [item('employments'), logicCurrent(on)] }],
    }),
  },
  {
    key: 'wants-work',
    feel: `not(some e in employments satisfies ${current('e')}) and (some w in wishes satisfies w.kind = "work" and ${current('w')})`,
    zen: `not some(employments, ${zenCurrent}) and some(wishes, #.kind == "work" and ${zenCurrent})`,
    logic: (on: number) => ({
      and: [
        { '!': { some: [item('employments'), logicCurrent(on)] } },
        { some: [item('wishes'), { and: [{ '==': [item('kind'), 'work'] }, logicCurrent(on)] }] },
      ],
    }),
  },
]

export type Witness = { name: string; count(files: readonly PlainFile[]): Promise<number[]> }

/** Each answers how many files satisfy each rule, asking one file after another. */
export const witnesses: Witness[] = [
  {
    name: 'feelin',
    count: async (files) => RULES.map(({ feel }) => files.filter((file) => feelin(feel, file).value === true).length),
  },
  {
    name: '@gorules/zen-engine',
    count: async (files) => {
      const engine = new ZenEngine()
      try {
        return await zenCounts(engine, files)
      } finally {
        engine.dispose()
      }
    },
  },
  {
    name: 'json-logic-js',
    count: async (files) => {
      const rules = RULES.map(({ logic }) => logic(files[0]?.on ?? 0) as Parameters<typeof jsonLogic.apply>[0])
      return rules.map((rule) => files.filter((file) => jsonLogic.apply(rule, file) === true).length)
    },
  },
]

/** One decision that holds all five: read once, asked once a file. */
async function zenCounts(engine: Engine, files: readonly PlainFile[]): Promise<number[]> {
  const place = { x: 0, y: 0 }
  const expressions = RULES.map(({ key, zen }, at) => ({ id: String(at), key, value: zen }))
  const decision = engine.createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: place },
      { id: 'rules', type: 'expressionNode', name: 'rules', position: place, content: { expressions } },
      { id: 'out', type: 'outputNode', name: 'out', position: place },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  })
  const counts = RULES.map(() => 0)
  for (const file of files) {
    const { result } = await decision.evaluate(file)
    for (const [at, { key }] of RULES.entries()) if (result[key] === true) counts[at] = counts[at]! + 1
  }
  return counts
}
