import type { Indicator } from '../indicator.ts'
import type { TargetsFile } from '../read/files.ts'
import type { Entry } from '../read/folder.ts'
import type { Path } from '../read/problem.ts'
import { type Checked, known, type Named, once, say } from './context.ts'

type Target = TargetsFile['targets'][number]
const INDICATOR: Named = { zh: '指标', en: 'indicator', in: ['indicators', 'actions'] }
const PARAMETER: Named = { zh: '数字参数', en: 'number parameter', in: ['parameters'] }

/** Targets, yearly tasks and published figures are of indicators the plan has, and of their kind. */
export function checkTargets(cx: Checked): void {
  for (const entry of cx.parts.targets) {
    const { targets } = entry.value
    for (const [i, target] of targets.entries()) {
      const indicator = findIndicator(cx, entry, ['targets', i, 'indicator'], target.indicator)
      if (indicator) checkTarget(cx, entry, ['targets', i], target, indicator)
      const before = targets.slice(0, i).find((t) => t.indicator === target.indicator)
      if (before && before.from <= target.by && target.from <= before.by)
        say(cx, entry, ['targets', i, 'from'], {
          zh: `指标“${target.indicator}”同一时期已有目标 ${before.value}；删去其一，或错开日期。`,
          en: `“${target.indicator}” already has the target ${before.value} in that time; delete one, or part their days.`,
        })
    }
  }
  checkTasks(cx)
  checkPublished(cx)
}

export function findIndicator(cx: Checked, entry: Entry<unknown>, path: Path, key: string): Indicator | undefined {
  const { indicators } = cx.plan
  known(
    cx,
    { entry, path },
    INDICATOR,
    key,
    indicators.map((indicator) => indicator.key),
  )
  return indicators.find((indicator) => indicator.key === key)
}

function checkTarget(cx: Checked, entry: Entry<unknown>, at: Path, target: Target, { kind, unit }: Indicator): void {
  if (kind === 'count')
    say(cx, entry, [...at, 'indicator'], {
      zh: '计数类（count）指标没有目标；改指标的 kind，或删去这个目标。',
      en: 'An indicator of kind count has no target; change its kind, or delete the target.',
    })
  if (target.by < target.from)
    say(cx, entry, [...at, 'by'], {
      zh: '期限早于起始日；更正其一。',
      en: 'It is due before it is in force; correct one.',
    })
  if (unit === 'percent' && !(target.value > 0 && target.value <= 100))
    say(cx, entry, [...at, 'value'], {
      zh: '比例的目标以百分数写，应在 0 至 100 之间。',
      en: 'The target of a share is in percent, between 0 and 100.',
    })
  checkWidth(cx, entry, at, target, kind)
}

function checkWidth(cx: Checked, entry: Entry<unknown>, at: Path, { width }: Target, kind: Indicator['kind']): void {
  if (kind === 'band' && width === undefined)
    say(cx, entry, at, {
      zh: '“保持在约”的目标要写明浮动幅度：加上 width，指向一个参数。',
      en: 'A band says how wide it is: add `width`, the name of a parameter.',
    })
  if (width === undefined) return
  if (kind !== 'band')
    say(cx, entry, [...at, 'width'], {
      zh: '只有 band 类指标有浮动幅度；删去 width。',
      en: 'Only a band has a width; delete it.',
    })
  const numbers = cx.parts.parameters.flatMap(({ value }) => value.parameters.filter(({ type }) => type === 'number'))
  const names = [...new Set(numbers.map(({ key }) => key))]
  known(cx, { entry, path: [...at, 'width'] }, PARAMETER, width, names)
}

function checkTasks(cx: Checked): void {
  for (const entry of cx.parts.tasks) {
    const { tasks } = entry.value
    for (const [i, { indicator }] of tasks.entries()) findIndicator(cx, entry, ['tasks', i, 'indicator'], indicator)
    const keys = tasks.map(({ indicator, year }, i) => ({
      key: `${indicator} ${year}`,
      entry,
      path: ['tasks', i, 'year'],
    }))
    once(cx, keys, { zh: '年度任务', en: 'yearly task' })
  }
}

function checkPublished(cx: Checked): void {
  for (const entry of cx.parts.published) {
    const { published, undated = [] } = entry.value
    for (const [i, { indicator }] of published.entries())
      findIndicator(cx, entry, ['published', i, 'indicator'], indicator)
    for (const [i, { indicator }] of undated.entries()) findIndicator(cx, entry, ['undated', i, 'indicator'], indicator)
    const keys = published.map(({ indicator, on }, i) => ({
      key: `${indicator} ${on}`,
      entry,
      path: ['published', i, 'on'],
    }))
    once(cx, keys, { zh: '公布数字', en: 'published figure' })
  }
}
