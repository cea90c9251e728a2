/**
 * What lists and files show of sealed values. The last four places of an identity number are widely used
 * as a secret of their own, so three in front and two at the end stay visible, and no birth date.
 */
export function maskIdentity(number: string): string {
  if (number.length < 8) return '*'.repeat(number.length)
  return number.slice(0, 3) + '*'.repeat(number.length - 5) + number.slice(-2)
}

/** 138****5678; a landline or a short number keeps its last two digits. */
export function maskPhone(phone: string): string {
  const plain = normalisePhone(phone)
  if (plain.length === 11) return `${plain.slice(0, 3)}****${plain.slice(-4)}`
  return (
    '*'.repeat(Math.max(plain.length - 2, 0)) +
    (plain.length > 4 ? plain.slice(-2) : '*'.repeat(Math.min(plain.length, 2)))
  )
}

/** The last four digits, as bank slips print them. */
export function maskBank(account: string): string {
  const plain = normaliseBank(account)
  return plain.length < 10 ? '*'.repeat(plain.length) : `****${plain.slice(-4)}`
}

/** Digits alone, without the country's +86 or 0086. */
export function normalisePhone(phone: string): string {
  const plain = phone.normalize('NFKC').replace(/[^\d+]/g, '')
  const bare = plain.replace(/^(\+|00)86/, '').replaceAll('+', '')
  return bare.length === 13 && bare.startsWith('86') ? bare.slice(2) : bare
}

export const normaliseBank = (account: string): string => account.normalize('NFKC').replace(/\D/g, '')
