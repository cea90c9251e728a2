import { queryOptions } from '@tanstack/react-query'
import { type Api, api } from '#domain/api.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Client, Input, Reply, Route } from '#domain/base/route.ts'

/** A refusal as the screen shows it: what is wrong and how to mend it, in both languages. Status 0: no answer came. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly words: Words
  /** What the refusal is about: a field, a count, keys of findings. */
  readonly where: Readonly<Record<string, unknown>>
  constructor(code: string, status: number, words: Words, where: Readonly<Record<string, unknown>> = {}) {
    super(words.en)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.words = words
    this.where = where
  }
}

export const noAnswer: Words = {
  zh: '没有连上服务器。请检查网络后重试；已提交的内容不会重复。',
  en: 'The server did not answer. Check the network and try again; nothing sent is done twice.',
}
const strangeAnswer: Words = {
  zh: '服务器的回答无法识别。请稍后重试，仍不行请联系系统管理员。',
  en: 'The server gave an answer that makes no sense. Try again; if it stays, tell the system administrator.',
}

type Values = Record<string, string | number | boolean | undefined>
type Parts = { params?: Values; query?: Values; body?: unknown }

/** The address of a request: path with its names filled, and what of the query was given. */
function addressOf(route: Route, { params = {}, query = {} }: Parts): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${path}?${text}` : path
}

async function send(route: Route, input: Parts): Promise<unknown> {
  const options: RequestInit = { method: route.method, credentials: 'same-origin' }
  if (input.body !== undefined)
    Object.assign(options, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input.body) })
  const answer = await fetch(addressOf(route, input), options).catch(() => {
    throw new ApiError('base.network.silent', 0, noAnswer)
  })
  const reply: unknown = await answer.json().catch(() => undefined)
  if (answer.ok && reply !== undefined) return reply
  throw problemOf(answer.status, reply)
}

/** A file of the API, or its refusal: for what is saved rather than shown. */
export async function fetchFile(address: string): Promise<Blob> {
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => {
    throw new ApiError('base.network.silent', 0, noAnswer)
  })
  if (answer.ok) return answer.blob()
  throw problemOf(answer.status, await answer.json().catch(() => undefined))
}

/** A refusal out of what an answer carries. */
export function problemOf(status: number, reply: unknown): ApiError {
  const { code, zh, en, where } = (reply ?? {}) as Record<'code' | 'zh' | 'en', unknown> & { where?: object }
  if (typeof code === 'string' && typeof zh === 'string' && typeof en === 'string')
    return new ApiError(code, status, { zh, en }, { ...where })
  return new ApiError('base.answer.strange', status, strangeAnswer)
}

const names = Object.keys(api) as (keyof Api)[]

/** Every route as a function: `client.getFile({ params: { id }, query: {} })`. */
export const client = Object.fromEntries(
  names.map((name) => [name, (input: Parts) => send(api[name], input)]),
) as unknown as Client<Api>

const optionsOf = <T>(name: string, input: unknown, run: () => Promise<T>) =>
  queryOptions({ queryKey: [name, input], queryFn: run })

type Asks = {
  [K in keyof Api]: (input: Input<Api[K]>) => ReturnType<typeof optionsOf<Reply<Api[K]>>>
}

/** Every route as a query: `useQuery(ask.getFile({ params: { id }, query: {} }))`; the key is the route's name and what was asked. */
export const ask = Object.fromEntries(
  names.map((name) => [name, (input: Parts) => optionsOf(name, input, () => send(api[name], input))]),
) as unknown as Asks
