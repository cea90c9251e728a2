import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Ctx } from '../../context.ts'
import { compiledRule } from '../why/compiled.ts'
import { dropFilter, keepFilter, listFilters } from './filters.sql.ts'
import type { PeopleGiven } from './people-given.ts'

type Routes = Pick<typeof peopleApi, 'listFilters' | 'saveFilter' | 'dropFilter'>

/** One's own saved filters; what is kept compiles, so that a list can be opened by it. */
export const filterHandlers = (given: PeopleGiven): Handlers<Routes, Ctx> => ({
  listFilters: (_, ctx) => ctx.asPost(async (tx) => ({ filters: await listFilters(tx) })),
  saveFilter: async ({ body }, ctx) => {
    const name = body.name.trim()
    if (name === '') refuseName()
    compiledRule(given.plan(), 'person', body.where, (await given.defaults()).on, { refuseSealed: true })
    return ctx.asPost((tx) => keepFilter(tx, { officer: ctx.officer.id, name, where: body.where, now: ctx.now }))
  },
  dropFilter: ({ params }, ctx) =>
    ctx.asPost(async (tx) => {
      await dropFilter(tx, params.id)
      return {}
    }),
})

function refuseName(): never {
  return fail('people.filter.nameless', {
    zh: '请给筛选条件起一个名字。',
    en: 'Give the filter a name.',
  })
}
