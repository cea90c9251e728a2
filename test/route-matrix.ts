import { can } from '#domain/access/permission.ts'
import type { Role } from '#domain/access/role.ts'
import type { Contract, Route } from '#domain/base/route.ts'
import { readIdentity } from '#domain/people/identity.ts'

/** Who asks: a signed-in post, and what it sees told by the digits of the codes. `cookie` undefined = nobody. */
export type Asker = { name: string; role: Role | undefined; cookie: string | undefined; sees: RegExp }
export type Place = { name: string; area: number; person: number; employment: number; site: number; siteArea: number }
type Asked = { params?: object; query?: object; body?: object }

/**
 * What a route is about. `file`: one object of a place, named by its id; outside the scope it answers as if there were none.
 * `area`: lists and figures of a place; outside the scope nothing of it. `own`: nothing of a place.
 * `vain`: nothing of a place, and asked so that it is refused for another reason than access.
 */
export type RouteCase = {
  about: 'file' | 'area' | 'own' | 'vain'
  /** Where what is asked for lies, when not where the person does. */
  where?(place: Place): number
  ask(place: Place): Asked
}
export type Answer = { status: number; text: string }
export type Send = (ask: {
  method: string
  url: string
  body?: object
  headers: Record<string, string>
}) => Promise<Answer>

export type MatrixGiven = {
  contract: Contract
  cases: Record<string, RouteCase>
  askers: Asker[]
  places: Place[]
  send: Send
  /** The routes whose replies may carry a sealed value, because showing it is their work. */
  unseals: string[]
  /** The routes that name areas as a dictionary, the same for everybody. */
  dictionaries: string[]
}

/** Every route × asker × place, one line a breach. */
export async function routeBreaches(given: MatrixGiven): Promise<{ asked: number; breaches: string[] }> {
  const breaches: string[] = []
  let asked = 0
  for (const [name, route] of Object.entries(given.contract))
    for (const asker of given.askers)
      for (const place of given.places) {
        const routeCase = given.cases[name]
        if (!routeCase) {
          breaches.push(`${name}: no case`)
          continue
        }
        asked++
        const answer = await given.send(requestFor(route, routeCase.ask(place), asker))
        for (const breach of breachesOf(given, name, route, routeCase, asker, place, answer))
          breaches.push(`${name} ${asker.name} ${place.name}: ${breach}`)
      }
  return { asked, breaches }
}

/** The address, the body and the cookie of one question. */
export function requestFor(route: Route, { params = {}, query = {}, body }: Asked, asker: Pick<Asker, 'cookie'>) {
  const path = route.path.replace(/:(\w+)/g, (_, key) =>
    encodeURIComponent(String((params as Record<string, unknown>)[key])),
  )
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString()
  const headers: Record<string, string> = asker.cookie ? { cookie: asker.cookie } : {}
  return { method: route.method, url: search ? `${path}?${search}` : path, headers, ...(body && { body }) }
}

function* breachesOf(
  given: MatrixGiven,
  name: string,
  route: Route,
  { about, where }: RouteCase,
  asker: Asker,
  place: Place,
  { status, text }: Answer,
): Generator<string> {
  if (status >= 500) yield `failed with ${status}`
  const post = asker.role && { role: asker.role }
  if (!can(post, route.needs).allowed) {
    const expected = asker.role ? 403 : 401
    if (status !== expected) yield `answered ${status} instead of ${expected}`
    return
  }
  const inScope = asker.sees.test(String(where ? where(place) : place.area))
  if (about === 'file' && !inScope && status !== 404) yield `answered ${status} instead of 404`
  // That an area is there is no secret: it may be refused by name.
  if (about === 'area' && !inScope && ![200, 403, 404].includes(status)) yield `answered ${status} for an area outside`
  if ((about === 'own' || (inScope && about !== 'vain')) && [401, 403, 404].includes(status))
    yield `refused with ${status}`
  if (!given.dictionaries.includes(name))
    for (const area of areasIn(text))
      if (!asker.sees.test(area) && !(status >= 400 && area === String(place.area))) yield `shows area ${area}`
  if (!given.unseals.includes(name))
    for (const value of sealedIn(text)) yield `shows a sealed value of ${value.length} places`
}

/** Codes that stand as the `area` of something in a reply. */
function areasIn(text: string): string[] {
  return [...new Set([...text.matchAll(/"area":(\d{12})\b/g)].map(([, code = '']) => code))]
}

/** Whole identity numbers, mobile phones and bank accounts, whatever field they stand in. */
function sealedIn(text: string): string[] {
  const runs = text.match(/(?<![\d.*])\d{11,19}X?(?![\d*])/g) ?? []
  return runs.filter((run) => readIdentity(run).ok || /^1[2-9]\d{9}$/.test(run) || /^(62|009999)\d{10,17}$/.test(run))
}
