/** Takes a whole number apart by weights, largest remainders first, so that the parts are whole and their sum is exact. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] as number) + 1
  return parts
}

/** As `apportion`, with a ceiling for each part; what does not fit goes to those with room. */
export function apportionWithin(total: number, weights: readonly number[], ceilings: readonly number[]): number[] {
  const parts = weights.map(() => 0)
  let left = total
  while (left > 0) {
    const room = ceilings.map((ceiling, i) => ceiling - (parts[i] as number))
    const open = weights.map((weight, i) => ((room[i] as number) > 0 ? Math.max(weight, 1e-9) : 0))
    if (open.every((weight) => weight === 0)) throw new RangeError(`${left} of ${total} find no room`)
    const more = apportion(left, open)
    more.forEach((extra, i) => {
      const taken = Math.min(extra, room[i] as number)
      parts[i] = (parts[i] as number) + taken
      left -= taken
    })
  }
  return parts
}
