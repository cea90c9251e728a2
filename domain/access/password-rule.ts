import type { Words } from '../base/fail.ts'

const SHORTEST = 12
/** What lists of leaked passwords and this trade's habits begin with, after a common keyboard's signs are taken back to letters. */
const COMMON =
  /^(password|passw0rd|qwerty|asdf|zxcv|admin|root|letmein|welcome|iloveyou|woaini|chongqing|cq|ricebowl|fanwan)/

/** What is wrong with a new password, or undefined: long enough, not the name again, no run and no habit (GB/T 22239 L3-CES1-01). */
export function passwordFault(password: string, signIn: string): Words | undefined {
  const plain = password.normalize('NFKC')
  const letters = plain.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  if ([...plain].length < SHORTEST)
    return {
      zh: `密码至少 ${SHORTEST} 位；几个不相干的词连起来又长又好记`,
      en: `At least ${SHORTEST} characters: a few unrelated words are long and easy to remember`,
    }
  if (letters.includes(signIn.toLowerCase()))
    return { zh: '密码中不能含有用户名', en: 'The sign-in name may not stand in the password' }
  if (new Set(letters).size < 5 || isRun(letters))
    return { zh: '密码不能是重复或连续的字符', en: 'Not the same characters again and again, and no run of them' }
  const habit = COMMON.exec(letters)
  const rest = letters.slice(habit?.[0].length ?? 0)
  if (habit && (rest.length < 8 || /^\d+$/.test(rest)))
    return {
      zh: '这是常见的密码开头加少量字符，容易被猜中，请换一个',
      en: 'A common beginning and little else is easily guessed: choose another',
    }
  return undefined
}

/** 123456789012, abcdefghijkl, 0987654321…: nearly every character is the one beside its neighbour. */
function isRun(text: string): boolean {
  let steps = 0
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1)
    if (step === 1 || step === -1 || step === 0 || Math.abs(step) === 9) steps++
  }
  return steps >= (text.length - 1) * 0.8
}
