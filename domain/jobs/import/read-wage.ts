import type { Words } from '../../base/fail.ts'
import type { VacancyFacts } from '../vacancy/vacancy.api.ts'

export type ReadWage = Pick<VacancyFacts, 'wageForm' | 'wageLowFen' | 'wageHighFen'>

/** 4000-6000元/月, 5000以上, 计件, 25元/小时, 面议: form and band in fen; or why it cannot be read. A blank says nothing. */
export function readWage(text: string | null): ReadWage | { fault: Words } {
  const plain = (text ?? '')
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s/g, '')
    .toLowerCase()
  const byPiece = /计件|按件/.test(plain)
  const stated = plain.replace(
    /计件(工资)?|按件|工资|月薪|日薪|时薪|年薪|薪资|待遇|综合|[+＋]?(提成|奖金|绩效)|[（(][^）)]*[）)]|税前|:/g,
    '',
  )
  if (!/\d/.test(stated))
    return plain === '' || byPiece || /面议|面谈|详谈|商议|协商|不限/.test(plain)
      ? { wageForm: byPiece ? 'piece' : 'month' }
      : unread(text!)
  const form = byPiece ? 'piece' : formOf(plain)
  const found = BAND.exec(stated)
  if (!found) return unread(text!)
  const [, first = '', unitOfFirst, second, unitOfSecond, bound] = found
  const fen = (digits: string, unit: string | undefined) =>
    Math.round((Number(digits) * (UNITS[unit ?? ''] ?? 1) * 100) / (form === 'year' ? 12 : 1))
  // 4-6千: the unit behind the band is that of both ends.
  const low = fen(first, unitOfFirst ?? unitOfSecond)
  const high = second === undefined ? low : fen(second, unitOfSecond ?? unitOfFirst)
  const wageForm = form === 'year' || form === undefined ? 'month' : form
  if (form === undefined && high < LEAST_OF_A_MONTH) return unread(text!)
  if (bound === '以上' || bound === '起' || bound === '+') return { wageForm, wageLowFen: low }
  if (bound === '以下' || bound === '以内') return { wageForm, wageHighFen: high }
  return { wageForm, wageLowFen: low, wageHighFen: high }
}

/** A number without a unit below this is rather of a day or an hour: nobody guesses which. */
const LEAST_OF_A_MONTH = 50_000
const UNITS: Readonly<Record<string, number>> = { 千: 1000, k: 1000, 万: 10_000, w: 10_000, 百: 100 }
const NUMBER = String.raw`(\d+(?:\.\d+)?)(千|k|万|w|百)?`
const BAND = new RegExp(
  String.raw`^[¥￥约]?${NUMBER}(?:元|块)?(?:[-~—–至到]${NUMBER}(?:元|块)?)?(?:元|块)?(?:[/每]?(?:人?每?(?:个?月|天|日|小时|时|年)|月))?(以上|起|\+|以下|以内)?(?:左右|不等)?(?:元|块)?(?:[/每](?:个?月|天|日|小时|时|年))?$`,
)

function formOf(plain: string): 'month' | 'day' | 'hour' | 'year' | undefined {
  if (/月/.test(plain)) return 'month'
  if (/时/.test(plain)) return 'hour'
  if (/天|日/.test(plain)) return 'day'
  return /年/.test(plain) ? 'year' : undefined
}

const unread = (text: string) => ({
  fault: {
    zh: `看不懂工资“${text.slice(0, 30)}”；请写成“4000-6000元/月”“200元/天”“计件”或“面议”。`,
    en: `The wage “${text.slice(0, 30)}” cannot be read; write it like 4000-6000元/月, 200元/天, 计件 or 面议.`,
  },
})
