import type { Words } from '#domain/base/fail.ts'
import { client } from '../../api.ts'

/** What is wrong with a text, and where; undefined: it can be used as a filter. */
export type Fault = { message: Words; from: number; to: number }

const notBoolean: Words = {
  zh: '这段文本的结果不是“是或否”，不能当筛选用。',
  en: 'This text does not come to yes or no, so it cannot filter.',
}

/** The server's own reading of a rule: the same parser and types that the list is made with. */
export async function faultOf(text: string, record: string): Promise<Fault | undefined> {
  const checked = await client.checkRule({ body: { text, record } })
  if (checked.error) return checked.error
  return checked.type === 'boolean' ? undefined : { message: notBoolean, from: 0, to: text.length }
}
