/** A duration is either whole months or whole days; ISO 8601 text with both, or with hours, has no calendar meaning here. */
export type Duration = { type: 'months' | 'days'; value: number }

export function parseDuration(text: string): Duration | undefined {
  const sign = text.startsWith('-') ? -1 : 1
  const months = /^-?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/.exec(text)
  if (months && (months[1] || months[2])) {
    return { type: 'months', value: sign * (Number(months[1] ?? 0) * 12 + Number(months[2] ?? 0)) + 0 }
  }
  const days = /^-?P(\d{1,9})D$/.exec(text)
  return days ? { type: 'days', value: sign * Number(days[1]) + 0 } : undefined
}

export function durationText({ type, value }: Duration): string {
  const sign = value < 0 ? '-' : ''
  const n = Math.abs(value)
  if (type === 'days') return `${sign}P${n}D`
  const years = Math.trunc(n / 12)
  const months = n % 12
  return `${sign}P${years ? `${years}Y` : ''}${months || !years ? `${months}M` : ''}`
}
