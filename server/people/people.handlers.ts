import type { Handlers } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Ctx } from '../context.ts'
import { employmentHandlers } from './employments.ts'
import { viewFile } from './file-view.ts'
import { filterHandlers } from './filters.ts'
import { getPerson } from './find-person.ts'
import { listPeople } from './list-people.ts'
import type { PeopleGiven } from './people-given.ts'
import { readersOf } from './readers.sql.ts'
import { revealField } from './reveal-field.ts'
import { searchPeople } from './search-people.ts'
import { explainPredicate } from './why.ts'

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
