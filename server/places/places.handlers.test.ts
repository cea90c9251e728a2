import { expect, test } from 'vitest'
import { placesHandlers } from './places.handlers.ts'

/** A context that is never read from: the refusals below come before any table is asked. */
const handlers = placesHandlers<{ reads: number }>({
  read: (ctx, work) => {
    ctx.reads += 1
    return work({ query: async () => [] })
  },
  defaultDay: () => '2021-09-17',
  kindOf: () => undefined,
})

test.each(['2021-02-29', '2021-13-01'])('%s is no day', async (on) => {
  const ctx = { reads: 0 }
  await expect(handlers.getSite({ params: { id: 1 }, query: { on } }, ctx)).rejects.toMatchObject({
    code: 'places.day.unknown',
    status: 400,
  })
  await expect(handlers.getArea({ params: { code: 500000000000 }, query: { on } }, ctx)).rejects.toMatchObject({
    code: 'places.day.unknown',
  })
})
test('a site that is not there is refused, by the default day as by a named one', async () => {
  const ctx = { reads: 0 }
  for (const query of [{}, { on: '2021-09-17', knownAt: '2021-09-17T00:00:00Z' }])
    await expect(handlers.getSite({ params: { id: 1 }, query }, ctx)).rejects.toMatchObject({
      code: 'places.site.unknown',
      status: 404,
    })
  expect(ctx.reads).toBe(2)
})
test('a day is read on a division even before the areas are loaded; the area is then refused', async () => {
  const asked = handlers.getArea({ params: { code: 500101000000 }, query: {} }, { reads: 0 })
  await expect(asked).rejects.toMatchObject({ code: 'places.area.unknown', status: 404 })
})
