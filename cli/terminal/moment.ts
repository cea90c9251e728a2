import { isDay } from '#domain/base/date.ts'
import { instantSql } from '#server/people/instant.ts'

/**
 * A moment as a command line names it: a day, with or without a time. Refuses (`people.instant.unknown`) what is none; the
 * database would take words such as yesterday for one.
 */
export function moment(text: string): string {
  if (!isDay(text.slice(0, 10)) || Number.isNaN(Date.parse(text))) instantSql(text)
  return text
}
