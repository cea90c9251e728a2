import { plainHeading } from '../../plan/heading.ts'

/** The column of reasons in a workbook of refused rows: not a heading of any list, so that the rows are read as if it were not there. */
export const REASONS = '错误原因及改法（改好后不必删除本列）'
const PLAIN = plainHeading(REASONS)
export const isReasons = (heading: string): boolean => plainHeading(heading) === PLAIN

/** The name of its sheet says whose rows they are, so that they are known when they come back. */
export const refusedSheet = (importId: number): string => `错误行${importId}`
/** The import whose refused rows a sheet holds; undefined of any other sheet. */
export function mendedBy(sheet: string): number | undefined {
  const id = Number(/^错误行(\d{1,15})$/.exec(sheet.trim())?.[1])
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
