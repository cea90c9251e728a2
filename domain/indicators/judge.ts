import { type Day, dayNumber } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import type { Indicator, Plan, Target } from '../plan/indicator.ts'

export type FigureState = 'met' | 'ahead' | 'on_track' | 'behind' | 'missed' | 'outside' | 'none'
export type Trajectory = { due: number; perMonth: number; words: Words }
export type Judgement = { state: FigureState; rule: Words; trajectory: Trajectory | null }
/** `value` in the target's unit: a count, or percent for a share. */
type Asked = {
  indicator: Indicator
  plan: Pick<Plan, 'startsOn'>
  target: Pick<Target, 'value' | 'by' | 'width'> | undefined
  value: number | null
  on: Day
}

/** Within a tenth of what time has used up counts as on track: no source fixes it, so the screen says it is ours. */
const TOLERANCE = 0.1
const DAYS_A_MONTH = 365.25 / 12

const n = (value: number): string => String(Math.round(value * 10) / 10)

/** 亮灯: the state of a figure, with the rule that gave it and its numbers in it. */
export function judge(asked: Asked): Judgement {
  const { indicator, target, value } = asked
  if (!target)
    return nothing({ zh: '方案未定数字目标，不评判', en: 'The plan states no number for this area: nothing to judge' })
  if (value === null) return nothing({ zh: '暂无数字', en: 'No figure yet' })
  if (indicator.kind === 'cumulative') return cumulative({ ...asked, target, value })
  if (indicator.kind === 'band') return band(target, value)
  const met = value >= target.value
  return {
    state: met ? 'met' : 'missed',
    rule: {
      zh: `不低于 ${n(target.value)} 为达标；现为 ${n(value)}`,
      en: `Met at ${n(target.value)} or more; now ${n(value)}`,
    },
    trajectory: null,
  }
}

const nothing = (rule: Words): Judgement => ({ state: 'none', rule, trajectory: null })

function band(target: Pick<Target, 'value' | 'width'>, value: number): Judgement {
  const width = target.width ?? 0
  const inside = Math.abs(value - target.value) <= width
  return {
    state: inside ? 'met' : 'outside',
    rule: {
      zh: `保持在 ${n(target.value)} 左右（±${n(width)}，假设）；现为 ${n(value)}`,
      en: `Stays about ${n(target.value)} (±${n(width)}, an assumption); now ${n(value)}`,
    },
    trajectory: null,
  }
}

type Cumulative = Asked & { target: Pick<Target, 'value' | 'by'>; value: number }

/** Compares with the share of the plan's time that has passed; the target counts from the plan's first day. */
function cumulative({ plan, target, value, on }: Cumulative): Judgement {
  const start = dayNumber(plan.startsOn)
  const end = dayNumber(target.by)
  const share = Math.min(1, Math.max(0, (dayNumber(on) - start) / Math.max(1, end - start)))
  const due = target.value * share
  const months = Math.max(0, (end - dayNumber(on)) / DAYS_A_MONTH)
  const missing = Math.max(0, target.value - value)
  const perMonth = months > 0 ? Math.ceil(missing / months) : missing
  return {
    state: stateOf(value, target.value, due, months > 0),
    rule: {
      zh: `按时间进度应达 ${n(due)}，现为 ${n(value)}；相差一成以内为正常（一成为本系统假设）`,
      en: `Due by time ${n(due)}, now ${n(value)}; within a tenth is on track (the tenth is our assumption)`,
    },
    trajectory: { due, perMonth, words: needed(missing, perMonth, months, target.by) },
  }
}

function stateOf(value: number, target: number, due: number, timeLeft: boolean): FigureState {
  if (value >= target) return 'met'
  if (!timeLeft) return 'missed'
  if (value > due * (1 + TOLERANCE)) return 'ahead'
  return value >= due * (1 - TOLERANCE) ? 'on_track' : 'behind'
}

function needed(missing: number, perMonth: number, months: number, by: Day): Words {
  if (missing === 0) return { zh: '已完成', en: 'Done' }
  if (months <= 0) return { zh: `已到期，尚差 ${n(missing)}`, en: `Time is up, ${n(missing)} short` }
  return { zh: `到 ${by} 每月还需 ${n(perMonth)}`, en: `Needs ${n(perMonth)} a month until ${by}` }
}
