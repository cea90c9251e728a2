import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, DayText, Instant, LedgerId, page, Words } from '../../base/shapes.ts'
import { PersonLine } from '../people.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const clientId = Type.String({ format: 'uuid' })
const Reason = Type.String({ minLength: 4, maxLength: 200 })
const Code = Type.String({ maxLength: 40 })
const Keys = Type.Array(Type.String())

/** What is typed of somebody before a file is opened. A sealed value travels in a body, never in an address. */
const described = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  identity: Type.Optional(Type.String({ maxLength: 40 })),
  sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
  birthDate: Type.Optional(DayText),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  /** Village the file belongs to. */
  area: Type.Optional(AreaCode),
  household: Type.Optional(LedgerId),
}

/** How alike two files are: points of 100, and the traits that gave them. */
const Likeness = Type.Object({
  score: Type.Integer(),
  probable: Type.Boolean(),
  reasons: Type.Array(Type.Object({ key: Type.String(), words: Words })),
})
export const Candidate = Type.Object({ person: PersonLine, likeness: Likeness })
const Pair = Type.Object({ one: PersonLine, other: PersonLine, likeness: Likeness })

/** What a command did to the needs and findings of the files it touched. */
const Done = Type.Object({ person: LedgerId, gained: Keys, lost: Keys })

export const identityApi = contract({
  findCandidates: {
    method: 'POST',
    path: '/api/people/candidates',
    needs: 'people.list',
    summary:
      'Who may be the person described: files of the scope with a score and its reasons; a blank number is like nobody’s',
    body: Type.Object(described),
    reply: Type.Object({
      /** What the identity number says of its holder; null where none was given. */
      identity: orNull(
        Type.Object({ birthDate: DayText, sex: Type.String(), upgraded: Type.Boolean(), suspect: Type.Boolean() }),
      ),
      candidates: Type.Array(Candidate),
    }),
  },
  openFile: {
    method: 'POST',
    path: '/api/people',
    needs: 'people.record',
    summary: 'Open a file; every possible duplicate that was shown must be named as somebody else, with the reason',
    body: Type.Object({
      ...described,
      clientId,
      area: AreaCode,
      relation: Type.Optional(Code),
      evidence: Code,
      different: Type.Array(Type.Object({ person: LedgerId, reason: Reason }), { maxItems: 50 }),
    }),
    reply: Done,
  },
  listDuplicates: {
    method: 'GET',
    path: '/api/duplicates',
    needs: 'people.list',
    summary: 'Pairs of files of an area that may be one person, of which nobody has decided yet',
    query: Type.Object({ ...page, area: Type.Optional(AreaCode) }),
    reply: Type.Object({ pairs: Type.Array(Pair), next: orNull(Type.String()) }),
  },
  keepApart: {
    method: 'POST',
    path: '/api/duplicates/apart',
    needs: 'people.record',
    summary: 'Two files that look alike are two people: remembered with the reason, not asked again',
    body: Type.Object({ clientId, one: LedgerId, other: LedgerId, reason: Reason }),
    reply: Type.Object({ decidedAt: Instant }),
  },
})
