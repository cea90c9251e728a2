import { fail, type Words } from '#domain/base/fail.ts'
import type { Raised } from './check-before-saving.ts'

/**
 * Refuses what must not be saved: a blocking finding always (`needs.finding.blocks`, 422), any other until its key is among
 * the `confirmed` (`needs.finding.unconfirmed`, 409). The refusal names the rule, its clause and the way to mend it, and no person.
 */
export function refuseRaised(raised: readonly Raised[], confirmed: readonly string[]): void {
  const blocking = raised.filter(({ severity }) => severity === 'block')
  if (blocking.length > 0)
    fail(
      'needs.finding.blocks',
      {
        zh: `没有保存：保存后会产生必须先排除的疑点。${listed(blocking, 'zh')}`,
        en: `Nothing was saved: it would raise a finding that must be mended first. ${listed(blocking, 'en')}`,
      },
      { status: 422, where: { findings: keysOf(blocking) } },
    )
  const open = raised.filter(({ key }) => !confirmed.includes(key))
  if (open.length > 0)
    fail(
      'needs.finding.unconfirmed',
      {
        zh: `没有保存：保存后会产生疑点，请更正，或确认属实后保存。${listed(open, 'zh')}`,
        en: `Nothing was saved: it would raise findings. Correct the record, or confirm that it is true and save again. ${listed(open, 'en')}`,
      },
      { status: 409, where: { findings: keysOf(open) } },
    )
}

const keysOf = (raised: readonly Raised[]): string => raised.map(({ key }) => key).join(',')

function listed(raised: readonly Raised[], language: keyof Words): string {
  const clause = (text: string | null) =>
    text === null ? '' : language === 'zh' ? `（规则 ${text}）` : ` (rule ${text})`
  const between = language === 'zh' ? '：' : ': '
  return raised
    .map(({ name, clause: rule, mend }) => `${name[language]}${clause(rule)}${between}${mend[language]}`)
    .join(' ')
}
