import type { DecompositionFile } from '../read/files.ts'
import type { Entry } from '../read/folder.ts'
import { type Checked, say, unread } from './context.ts'
import { BACKWARDS, ends, overlap } from './periods.ts'
import { findIndicator } from './targets.ts'

/** The counties' parts of a target sum to the whole, and on any day there is one decomposition of it. */
export function checkDecompositions(cx: Checked): void {
  const entries = cx.parts.decompositions
  for (const [i, entry] of entries.entries()) {
    const { value } = entry
    findIndicator(cx, entry, ['indicator'], value.indicator)
    if (!ends(value)) say(cx, entry, ['to'], BACKWARDS)
    const clash = entries.slice(0, i).find((o) => o.value.indicator === value.indicator && overlap(o.value, value))
    if (clash)
      say(cx, entry, ['from'], {
        zh: `与 ${clash.file.name} 的有效期重叠；给前一个写上 to。`,
        en: `It overlaps ${clash.file.name}; give the earlier one a \`to\`.`,
      })
    checkSum(cx, entry)
  }
}

function checkSum(cx: Checked, entry: Entry<DecompositionFile>): void {
  const { indicator, from, rows } = entry.value
  const sum = Object.values(rows).reduce((a, b) => a + b, 0)
  const target = cx.plan.targets.find((t) => t.indicator === indicator && t.from <= from && from <= t.by)
  if (unread(cx, ['targets']) && !target) return
  if (!target)
    say(cx, entry, ['from'], {
      zh: `指标“${indicator}”在 ${from} 没有目标可分解；更正日期，或先写目标。`,
      en: `“${indicator}” has no target on ${from} to take apart; correct the day, or write the target first.`,
    })
  else if (sum !== target.value)
    say(cx, entry, ['rows'], {
      zh: `各区县之和 ${sum} 不等于目标 ${target.value}，相差 ${sum - target.value}；更正分解。`,
      en: `The counties sum to ${sum}, the target is ${target.value}: off by ${sum - target.value}; correct the parts.`,
    })
}
