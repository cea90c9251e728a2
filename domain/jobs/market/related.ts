/** The nearest small classes of the same middle class, by distance in the classification, the one before first; at most so many. */
export function relatedOccupations(middleClass: ArrayLike<number>, occupation: number, most: number): number[] {
  const near: number[] = []
  for (let distance = 1; near.length < most; distance++) {
    const around = [occupation - distance, occupation + distance]
    const kin = around.filter((other) => middleClass[other] === middleClass[occupation])
    if (kin.length === 0) break
    near.push(...kin)
  }
  return near.slice(0, most)
}
