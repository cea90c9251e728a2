import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, DayText, LedgerId } from '../../base/shapes.ts'

const clientId = Type.String({ format: 'uuid' })
const Reason = Type.String({ minLength: 4, maxLength: 200 })
const id = Type.Object({ id: LedgerId })
const Relation = Type.String({ maxLength: 20 })
const Done = Type.Object({ person: LedgerId, gained: Type.Array(Type.String()), lost: Type.Array(Type.String()) })
const Relations = Type.Array(Type.Object({ person: LedgerId, relation: Relation }), { maxItems: 30 })

/** A household to choose: its code, who heads it, who lives there, the head first. */
const HouseholdLine = Type.Object({
  id: LedgerId,
  code: Type.Union([Type.String(), Type.Null()]),
  head: Type.Union([Type.String(), Type.Null()]),
  members: Type.Array(Type.String()),
})

/** What happens to a person and their household, each with its day. */
export const lifeApi = contract({
  findHouseholds: {
    method: 'POST',
    path: '/api/households/find',
    needs: 'people.list',
    summary:
      'Households of a village by the name or initials of a member or by their code; without words the first ones. Logged with whom it showed',
    body: Type.Object({
      area: AreaCode,
      text: Type.Optional(Type.String({ maxLength: 60 })),
      /** A household that is wanted whatever the words. */
      household: Type.Optional(LedgerId),
    }),
    reply: Type.Object({
      households: Type.Array(HouseholdLine),
      /** There are others: more words find them. */
      more: Type.Boolean(),
    }),
  },
  recordDeath: {
    method: 'POST',
    path: '/api/people/:id/death',
    needs: 'people.record',
    summary: 'Record a death with its day and what shows it; what was in force ends that day',
    params: id,
    body: Type.Object({ clientId, on: DayText, evidence: Type.String({ maxLength: 40 }) }),
    reply: Done,
  },
  undoDeath: {
    method: 'POST',
    path: '/api/people/:id/death/undo',
    needs: 'people.record',
    summary:
      'Take a recorded death back as a correction: what it ended stands again; refused where that was changed since',
    params: id,
    body: Type.Object({ clientId, reason: Reason }),
    reply: Done,
  },
  splitHousehold: {
    method: 'POST',
    path: '/api/people/:id/household/split',
    needs: 'people.record',
    summary: 'Members leave their household for a new one of their own, with this person at its head',
    params: id,
    body: Type.Object({
      clientId,
      /** Who comes along, with their relation to the new head. */
      members: Relations,
      code: Type.Optional(Type.String({ maxLength: 30 })),
      on: DayText,
      reason: Reason,
    }),
    reply: Done,
  },
  joinHousehold: {
    method: 'POST',
    path: '/api/people/:id/household/join',
    needs: 'people.record',
    summary: 'A person joins a household of the same village, leaving the one before',
    params: id,
    body: Type.Object({ clientId, household: LedgerId, relation: Relation, on: DayText, reason: Reason }),
    reply: Done,
  },
  changeHead: {
    method: 'POST',
    path: '/api/people/:id/household/head',
    needs: 'people.record',
    summary: 'This person becomes head of their household; the others’ relations are said anew where they change',
    params: id,
    body: Type.Object({ clientId, relations: Relations, on: DayText, reason: Reason }),
    reply: Done,
  },
})
