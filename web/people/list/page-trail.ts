import { addressOf, type To } from '../../paths.ts'
import { changed } from '../../ui/router.ts'

/** Marks of the pages read so far, by list: keyset pages know only forward, the way back is remembered here. */
const trails = new Map<string, string[]>()

export type Trail = {
  number: number | undefined
  previous: To | undefined
  first: To | undefined
  next: To | undefined
}

/** Where a page of a list stands. One reached by a copied link has no number and leads back to the first page only. */
export function trailOf(after: string | undefined, next: string | null): Trail {
  const list = addressOf(changed({ after: undefined }))
  const marks = after === undefined ? [] : (trails.get(list) ?? [])
  const at = after === undefined ? -1 : marks.indexOf(after)
  const known = after === undefined || at >= 0
  if (next !== null && known) trails.set(list, [...marks.slice(0, at + 1), next])
  return {
    number: known ? at + 2 : undefined,
    previous: at >= 0 ? changed({ after: at === 0 ? undefined : marks[at - 1] }) : undefined,
    first: after === undefined ? undefined : changed({ after: undefined }),
    next: next === null ? undefined : changed({ after: next }),
  }
}
