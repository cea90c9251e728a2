import { isDay } from '../../base/date.ts'
import { DAYS } from '../parameters-on.ts'
import type { ParametersFile } from '../read/files.ts'
import type { Entry } from '../read/folder.ts'
import type { Path } from '../read/problem.ts'
import { type Checked, say } from './context.ts'
import { BACKWARDS, ends, overlap } from './periods.ts'

type Parameter = ParametersFile['parameters'][number]
type Placed = { parameter: Parameter; entry: Entry<unknown>; path: Path }

/** On any day a parameter has one value, of its own type, and a name that nothing else has. */
export function checkParameters(cx: Checked): void {
  const all: Placed[] = cx.parts.parameters.flatMap((entry) =>
    entry.value.parameters.map((parameter, i) => ({ parameter, entry, path: ['parameters', i] })),
  )
  for (const [i, placed] of all.entries()) {
    const { parameter, entry, path } = placed
    checkValue(cx, placed)
    if (!ends(parameter)) say(cx, entry, [...path, 'to'], BACKWARDS)
    const clash = all
      .slice(0, i)
      .find((other) => other.parameter.key === parameter.key && overlap(other.parameter, parameter))
    if (clash)
      say(cx, entry, [...path, 'from'], {
        zh: `参数“${parameter.key}”与 ${clash.entry.file.name} 中自 ${clash.parameter.from} 起的有效期重叠；给前一个写上 to。`,
        en: `The parameter “${parameter.key}” overlaps the one from ${clash.parameter.from} in ${clash.entry.file.name}; give the earlier one a \`to\`.`,
      })
    checkName(cx, placed)
  }
  for (const entry of cx.parts.programmes) {
    const versions = entry.value.versions ?? []
    for (const [i, version] of versions.entries()) {
      if (!ends(version)) say(cx, entry, ['versions', i, 'to'], BACKWARDS)
    }
  }
}

function checkValue(cx: Checked, { parameter, entry, path }: Placed): void {
  const { type, value } = parameter
  const fits =
    type === 'number' ? typeof value === 'number' : typeof value === 'string' && (type !== 'date' || isDay(value))
  if (fits) return
  const [zh, en] = { number: ['数字', 'a number'], date: ['日期', 'a day'], string: ['文本', 'text'] }[type]!
  say(cx, entry, [...path, 'value'], {
    zh: `“${value}”不是${zh}；更正 value 或 type。`,
    en: `“${value}” is not ${en}; correct the value or the type.`,
  })
}

function checkName(cx: Checked, { parameter: { key, label }, entry, path }: Placed): void {
  const taken = Object.entries(DAYS).find(([day, words]) => day === key || words.label.zh === label.zh)
  const inherited = cx.base?.parameters.some((other) => other.key === key)
  if (taken || inherited)
    say(cx, entry, [...path, 'key'], {
      zh: `名称“${key}”（${label.zh}）已另有所指；换一个名称。`,
      en: `The name “${key}” (${label.en}) already means something else; choose another.`,
    })
}
