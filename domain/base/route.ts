import type { Static, TSchema } from 'typebox'

/** One operation of the API: everything the server, the web client and the OpenAPI page need to know. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** The permission the acting post must hold; 'public' and 'signedIn' are spelled out, never implied. */
  needs: Permission
  summary: string
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply: TSchema
}
/** `slice.verb`, or one of the two that need no post. */
export type Permission = 'public' | 'signedIn' | `${string}.${string}`
export type Contract = Record<string, Route>
type Part<R, K extends string> = R extends Record<K, infer S extends TSchema> ? { [P in K]: Static<S> } : unknown
/** What a handler receives and a client sends: params, query and body as declared. */
export type Input<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>
export type Reply<R extends Route> = Static<R['reply']>
/** A mapped object, one function a route: a single generic call(name, input) takes a minute to type-check. */
export type Client<C extends Contract> = { [K in keyof C]: (input: Input<C[K]>) => Promise<Reply<C[K]>> }
/** One handler per route: leaving one out, or replying another shape, does not compile. */
export type Handlers<C extends Contract, Ctx> = {
  [K in keyof C]: (input: Input<C[K]>, ctx: Ctx) => Promise<Reply<C[K]>>
}
export const contract = <const C extends Contract>(c: C): C => c
