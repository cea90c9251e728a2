import type { Door } from '../db.ts'
import { countedReply } from '../indicators/counted/counted.ts'
import type { ExportLists } from '../indicators/export/exports.ts'
import { type FiguresGiven, indicatorOf, questionOf } from '../indicators/question.ts'
import { listPeople } from '../people/list/list-people.ts'
import type { PeopleGiven } from '../people/list/people-given.ts'

/** Lists as an export reads them: the very ones of the screens, under the scope of the one who asked. */
export function exportLists(door: Door, figures: FiguresGiven, people: PeopleGiven): ExportLists {
  const readAs = ({ officer, post, lo, hi }: Parameters<ExportLists['people']>[0]) => {
    const scope = { lo, hi }
    return {
      actor: { officerId: officer, postId: post, requestId: null },
      now: new Date(),
      post: { area: lo, scope },
      asPost: <T>(work: Parameters<typeof door.asPost<T>>[1]) => door.asPost({ officer, post, scope }, work),
    }
  }
  return {
    people: (reader, { query }) => {
      const as = readAs(reader)
      return as.asPost((tx) => listPeople(tx, query, as, people))
    },
    counted: async (reader, { params, query }) => {
      const as = readAs(reader)
      const question = await questionOf(figures, as, query)
      const indicator = indicatorOf(question.plan, params.indicator)
      return as.asPost((tx) => countedReply(tx, question, indicator, query, as.actor))
    },
  }
}
