import { catalogue } from '../../people/catalogue.ts'
import type { Fact } from '../../people/fact.ts'
import { isAreaCode } from '../../places/area.ts'
import { detailed } from '../read/assemble.ts'
import type { IndicatorDetail } from '../read/files.ts'
import type { Entry } from '../read/folder.ts'
import type { Path } from '../read/problem.ts'
import { unknownName } from '../read/problem.ts'
import { type Checked, say } from './context.ts'

/** An indicator's parts fit each other: a share says of what, a sum adds numbers, areas are areas. */
export function checkFigures(cx: Checked): void {
  for (const entry of cx.parts.indicators) {
    for (const [i, definition] of detailed(entry.value).entries()) {
      const at: Path = i === 0 ? [] : ['details', i - 1]
      checkKind(cx, entry, at, definition)
      checkAreas(cx, entry, at, definition)
      checkFact(cx, entry, [...at, 'by'], definition, definition.by, 'coded')
      checkFact(cx, entry, [...at, 'sum'], definition, definition.sum, 'number')
      checkFact(cx, entry, [...at, 'median'], definition, definition.median, 'number')
    }
  }
}

function checkKind(cx: Checked, entry: Entry<unknown>, at: Path, { kind, unit, of, distinct }: IndicatorDetail): void {
  const shared = kind === 'share' || kind === 'coverage'
  if (shared && of === undefined && distinct === undefined)
    say(cx, entry, [...at, 'kind'], {
      zh: '比例或覆盖要写明分母：加上 of（占哪些记录），或 distinct 与 ofAreas（占哪些区划）。',
      en: 'A share or coverage says of what: add `of` (which records), or `distinct` with `ofAreas` (which areas).',
    })
  if (!shared && of !== undefined)
    say(cx, entry, [...at, 'of'], {
      zh: `只有比例（share）和覆盖（coverage）有分母；改 kind，或删去 of。`,
      en: 'Only a share or a coverage is of something; change the kind, or delete `of`.',
    })
  const expected = of !== undefined ? 'percent' : distinct
  if (expected !== undefined && unit !== expected)
    say(cx, entry, [...at, 'unit'], { zh: `单位应为 ${expected}。`, en: `The unit should be ${expected}.` })
}

function checkAreas(cx: Checked, entry: Entry<unknown>, at: Path, { kind, distinct, ofAreas }: IndicatorDetail): void {
  if (kind === 'coverage' && distinct && !ofAreas)
    say(cx, entry, [...at, 'distinct'], {
      zh: '覆盖要写明应覆盖哪些区划：加上 ofAreas（level 或 codes）。',
      en: 'A coverage says which areas should be reached: add `ofAreas` (level or codes).',
    })
  if (!ofAreas) return
  if ((ofAreas.level === undefined) === (ofAreas.codes === undefined) || !distinct)
    say(cx, entry, [...at, 'ofAreas'], {
      zh: 'ofAreas 只写 level 或 codes 之一，并与 distinct 同用。',
      en: '`ofAreas` has either `level` or `codes`, and goes with `distinct`.',
    })
  const wrong = (ofAreas.codes ?? []).filter((code) => !isAreaCode(code))
  if (wrong.length)
    say(cx, entry, [...at, 'ofAreas', 'codes'], {
      zh: `区划代码应为十二位：${wrong.join('、')}。`,
      en: `Area codes have twelve digits: ${wrong.join(', ')}.`,
    })
}

function checkFact(
  cx: Checked,
  entry: Entry<unknown>,
  path: Path,
  { counts }: IndicatorDetail,
  name: string | undefined,
  wanted: 'coded' | 'number',
): void {
  if (name === undefined) return
  const facts: Readonly<Record<string, Fact>> = catalogue[counts].facts
  const fits = (fact: Fact | undefined) =>
    fact?.kind === 'scalar' && (wanted === 'coded' ? fact.codes !== undefined : fact.type === 'number')
  if (fits(facts[name])) return
  const fitting = Object.keys(facts).filter((key) => fits(facts[key]))
  const what = wanted === 'coded' ? { zh: '有代码表的事实', en: 'coded fact' } : { zh: '数字事实', en: 'number fact' }
  say(cx, entry, path, unknownName(what, name, fitting))
}
