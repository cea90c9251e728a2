import type { Entry } from '../read/folder.ts'
import { type Checked, known, type Named, once, say, unread } from './context.ts'

const ACTION: Named = { zh: '行动', en: 'action', in: ['actions'] }
const MEASURE: Named = { zh: '举措', en: 'measure', in: ['actions'] }
const INDICATOR_KEY: Named = { zh: '指标', en: 'indicator', in: ['indicators'] }
const INDICATOR = { zh: '指标', en: 'indicator' }

/** Keys are unique, references lead somewhere, and every measure has a figure. */
export function checkKeys(cx: Checked): void {
  const { parts, plan } = cx
  const keyed = (entries: readonly Entry<{ key: string }>[]) =>
    entries.map((entry) => ({ key: entry.value.key, entry, path: ['key'] }))
  once(cx, keyed(parts.actions), ACTION)
  once(cx, measureKeys(cx), MEASURE)
  once(cx, indicatorKeys(cx), INDICATOR)
  once(cx, keyed([...parts.needs, ...parts.checks]), { zh: '需求或疑点', en: 'need or finding' })
  once(cx, keyed(parts.rounds), { zh: '月核实', en: 'round' })
  once(cx, keyed(parts.corridors), { zh: '劳务协作', en: 'corridor' })
  once(cx, keyed(parts.programmes), { zh: '政策项目', en: 'programme' })
  checkReferences(cx)
  const figured = new Set(plan.indicators.map(({ measure }) => measure))
  // An indicator that names a measure wrongly is the one thing to mend.
  const listed = new Set(plan.measures.map(({ key }) => key))
  const led = parts.indicators.every(({ value }) => listed.has(value.measure)) && !unread(cx, ['indicators'])
  for (const { key, entry, path } of led ? measureKeys(cx) : []) {
    if (figured.has(key)) continue
    say(cx, entry, path, {
      zh: `举措“${key}”没有指标；在 indicators/ 里为它定义一个数字。`,
      en: `The measure “${key}” has no indicator; define a figure for it under indicators/.`,
    })
  }
}

function measureKeys({ parts }: Checked) {
  return parts.actions.flatMap((entry) => [
    ...(entry.value.measures ?? []).map(({ key }, i) => ({ key, entry, path: ['measures', i, 'key'] })),
    ...(entry.value.reuse ?? []).map((key, i) => ({ key, entry, path: ['reuse', i] })),
  ])
}

function indicatorKeys({ parts }: Checked) {
  return parts.indicators.flatMap((entry) => [
    { key: entry.value.key, entry, path: ['key'] },
    ...(entry.value.details ?? []).map(({ key }, i) => ({
      key: `${entry.value.key}.${key}`,
      entry,
      path: ['details', i, 'key'],
    })),
  ])
}

function checkReferences(cx: Checked): void {
  const { parts, plan, base } = cx
  const actions = plan.actions.map(({ key }) => key)
  for (const entry of parts.indicators) {
    const measures = plan.measures.map(({ key }) => key)
    known(cx, { entry, path: ['measure'] }, MEASURE, entry.value.measure, measures)
  }
  for (const entry of parts.corridors) {
    const { indicator } = entry.value
    const names = plan.indicators.map(({ key }) => key)
    if (indicator !== undefined) known(cx, { entry, path: ['indicator'] }, INDICATOR_KEY, indicator, names)
  }
  for (const entry of parts.programmes) known(cx, { entry, path: ['action'] }, ACTION, entry.value.action, actions)
  for (const entry of parts.actions) {
    const names = (base?.measures ?? []).map(({ key }) => key)
    for (const [i, key] of (entry.value.reuse ?? []).entries())
      known(cx, { entry, path: ['reuse', i] }, MEASURE, key, names)
  }
  for (const entry of parts.plan) {
    for (const [i, key] of (entry.value.actions ?? []).entries())
      known(cx, { entry, path: ['actions', i] }, ACTION, key, actions)
    for (const [from, to] of Object.entries(entry.value.programmeActions ?? {})) {
      const path = ['programmeActions', from]
      known(cx, { entry, path }, ACTION, from, base?.actions.map(({ key }) => key) ?? [])
      known(cx, { entry, path }, ACTION, to, actions)
    }
    if (entry.value.endsOn < entry.value.startsOn)
      say(cx, entry, ['endsOn'], {
        zh: '终止日早于起始日；对调或更正。',
        en: 'The plan ends before it starts; correct one of the days.',
      })
  }
  checkSites(cx)
}

function checkSites(cx: Checked): void {
  const what = { zh: '载体类型', en: 'kind of site' }
  for (const entry of cx.parts.sites) {
    once(
      cx,
      entry.value.kinds.map(({ key }, i) => ({ key, entry, path: ['kinds', i, 'key'] })),
      what,
    )
    for (const [i, { fields }] of entry.value.kinds.entries()) {
      const keys = fields.map(({ key }, j) => ({ key, entry, path: ['kinds', i, 'fields', j, 'key'] }))
      once(cx, keys, { zh: '字段', en: 'field' })
    }
  }
}
