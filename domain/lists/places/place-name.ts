import type { AreaLevel } from '../../places/area.ts'

/** A name as it is compared: without the words for what kind of body it is, which lists write or leave out. */
const BODY = /(村民委员会|村委会|居民委员会|居委会|人民政府|街道办事处|办事处|管委会|管理委员会)$/
const KIND: Record<2 | 3 | 4, RegExp> = {
  2: /((?:[土家苗]+族)*自治县|新区|区|县|市)$/,
  3: /((?:[土家苗]+族)*(?:乡|镇)|街道|镇|乡)$/,
  4: /(村|社区|居|居民区)$/,
}

/** The name without bodies: 东方广场社区居民委员会 is 东方广场社区, 葛城街道办事处 is 葛城街道. */
export function plainName(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const bare = plain.replace(BODY, '')
  if (bare === plain || bare === '') return plain
  if (/街道办事处$/.test(plain)) return `${bare}街道`
  return /村民委员会$|村委会$/.test(plain) && !/[村居区]$/.test(bare) ? `${bare}村` : bare
}

/** What is left when the kind is left out too: 城口县 is 城口; two signs stay whole (忠县). */
export function stemOf(name: string, level: AreaLevel): string {
  if (level === 1) return name
  const stem = name.replace(KIND[level], '')
  return stem.length < 2 ? name : stem
}
