/** When nothing else is set: nobody works, and the day's records are in. */
export const DEFAULT_TIME = '02:30'
const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000

export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The last moment, not after now, at which a time of day came in the bureau's time zone. */
export function lastDue(time: string, now: Date): Date {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  const china = now.getTime() + CHINA_MS
  const at = china - (china % DAY_MS) + (hours * 60 + minutes) * 60_000
  return new Date((at > china ? at - DAY_MS : at) - CHINA_MS)
}

export const nextDue = (time: string, now: Date): Date => new Date(lastDue(time, now).getTime() + DAY_MS)
