import type { Handlers } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Ctx } from '../context.ts'
import { employmentHandlers } from './employment/employments.ts'
import { viewFile } from './file/file-view.ts'
import { readersOf } from './file/readers.sql.ts'
import { revealField } from './file/reveal-field.ts'
import { filterHandlers } from './list/filters.ts'
import { getPerson } from './list/find-person.ts'
import { listPeople } from './list/list-people.ts'
import type { PeopleGiven } from './list/people-given.ts'
import { searchPeople } from './list/search-people.ts'
import { explainPredicate } from './why/why.ts'

/** Lists, files, reasons, and what is recorded of people: every answer under the scope of the acting post, every reading logged. */
export function peopleHandlers(given: PeopleGiven): Handlers<typeof peopleApi, Ctx> {
  return {
    listPeople: ({ query }, ctx) => ctx.asPost((tx) => listPeople(tx, query, ctx, given)),
    searchPeople: ({ body }, ctx) => ctx.asPost((tx) => searchPeople(tx, body.text, ctx, given)),
    getFile: (input, ctx) => ctx.asPost((tx) => viewFile(tx, input, ctx, given)),
    explainPredicate: (input, ctx) => ctx.asPost((tx) => explainPredicate(tx, input, ctx, given)),
    revealField: (input, ctx) => revealField(input, ctx, given.crypto),
    listReaders: ({ params }, ctx) =>
      ctx.asPost(async (tx) => ({ readers: await readersOf(tx, await getPerson(tx, params.id)) })),
    ...employmentHandlers(given),
    ...filterHandlers(given),
  }
}
