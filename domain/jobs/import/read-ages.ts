import type { Words } from '../../base/fail.ts'

export type ReadAges = { ageFrom?: number; ageTo?: number }

/** 18-50岁, 18周岁以上, 55岁以下, 不限: what an employer asks of ages. Whether a limit is lawful is not decided here. */
export function readAges(text: string | null): ReadAges | { fault: Words } {
  const plain = (text ?? '').normalize('NFKC').replace(/\s|周?岁|年龄|左右|之间/g, '')
  if (plain === '' || /^(不限|无|无要求|均可)$/.test(plain)) return {}
  const [, first, second, bound] =
    /^(\d{1,2})(?:[-~—–至到](\d{1,2}))?(以上|及以上|起|以下|及以下|以内)?$/.exec(plain) ?? []
  if (first === undefined)
    return {
      fault: {
        zh: `看不懂年龄要求“${text!.slice(0, 20)}”；请写成“18岁以上”“18-45岁”或“不限”。`,
        en: `The ages “${text!.slice(0, 20)}” cannot be read; write 18岁以上, 18-45岁 or 不限.`,
      },
    }
  if (second !== undefined) return { ageFrom: Number(first), ageTo: Number(second) }
  return bound !== undefined && /下|内/.test(bound) ? { ageTo: Number(first) } : { ageFrom: Number(first) }
}
