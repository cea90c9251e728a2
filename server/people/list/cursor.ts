import { fail } from '#domain/base/fail.ts'

export type Cursor = { area: number; id: number }

/** Where the next page of a list by area and id goes on. */
export const cursorOf = ({ area, id }: Cursor): string => `${area}:${id}`

/** Undefined for the first page; refuses what no list gave out. */
export function readCursor(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined
  const [, area, id] = /^(\d{12}):(\d{1,15})$/.exec(after) ?? []
  if (area !== undefined && id !== undefined) return { area: Number(area), id: Number(id) }
  return fail('people.page.unknown', {
    zh: '翻页位置无效。请回到名单第一页。',
    en: 'There is no such page. Go back to the first page of the list.',
  })
}
