import { type Checked, say } from './context.ts'

/** A finding says how grave it is; a need is not grave. */
export function checkPredicates(cx: Checked): void {
  for (const entry of cx.parts.checks) {
    if (entry.value.severity === undefined)
      say(cx, entry, ['key'], {
        zh: '疑点要写明处置级别：severity 为 block、hold 或 review。',
        en: 'A finding says how grave it is: severity is block, hold or review.',
      })
  }
  for (const entry of [...cx.parts.checks, ...cx.parts.needs]) {
    if ((entry.value.record === 'site') !== (entry.value.people !== undefined))
      say(cx, entry, ['key'], {
        zh: '关于载体的疑点要用 people 写明它背后是花名册上的哪些人；关于人员的规则不写 people。',
        en: 'A finding about sites says with `people` which lines of the roster are behind it; a rule about people has none.',
      })
  }
  for (const entry of cx.parts.needs) {
    if (entry.value.severity !== undefined || entry.value.clause !== undefined)
      say(cx, entry, [entry.value.severity !== undefined ? 'severity' : 'clause'], {
        zh: '需求没有处置级别和规则编号；删去，或移到 checks/。',
        en: 'A need has neither severity nor rule number; delete it, or move the file to checks/.',
      })
  }
}
