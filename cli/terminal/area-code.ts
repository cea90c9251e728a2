import { fail } from '#domain/base/fail.ts'
import { twelveDigits } from '#domain/places/area.ts'

/** An area as a command line names it: 6, 9 or 12 digits. */
export function areaCode(text: string): number {
  if (/^\d{6}(\d{3}){0,2}$/.test(text)) return twelveDigits(text)
  return fail('places.area.unknown', {
    zh: `“${text}”不是区划代码：应为 6、9 或 12 位数字，例如 500235000000（云阳县）。`,
    en: `“${text}” is no area code: it has 6, 9 or 12 digits, such as 500235000000 (Yunyang).`,
  })
}
