import { type ComponentType, type LazyExoticComponent, useSyncExternalStore } from 'react'
import { addressOf, type Search, searchOf, type To, viewKeys } from '../paths.ts'

/** A page and the addresses it answers; `:name` is one segment, handed to the page as text. */
export type PageRoute = {
  pattern: string
  page: LazyExoticComponent<ComponentType<{ params: Record<string, string> }>>
  /** The permission without which the page is not offered. */
  needs?: string
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}
const here = () => window.location.pathname + window.location.search

/** The address the reader is at, as text; the component is drawn again when it changes. */
export const useAddress = (): string => useSyncExternalStore(subscribe, here)

export function useSearch(): Search {
  useAddress()
  return searchHere()
}

/** The same page with the view (day, knowledge, division, plan, area) of the present one, unless it brings its own. */
export function withView(to: To): To {
  const now = searchHere()
  const view: Search = {}
  for (const key of viewKeys) Object.assign(view, { [key]: now[key] })
  return { path: to.path, search: { ...view, ...definedOf(to.search ?? {}) } }
}

/** Change something of the view or the page's own state without leaving the page. */
export function changed(change: Search): To {
  return { path: window.location.pathname, search: { ...searchOf(window.location.search), ...change } }
}

const areaPath = /^\/areas\/(\d{12})$/

/** What the address says, its path included: on an area's own page that area is the one spoken of. */
function searchHere(): Search {
  const search = searchOf(window.location.search)
  const area = areaPath.exec(window.location.pathname)?.[1]
  return area ? { ...search, area: Number(area) } : search
}

const definedOf = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))

export function go(to: To, options: { replace?: boolean } = {}): void {
  const address = addressOf(to)
  if (address === here()) return
  const samePage = to.path === window.location.pathname
  if (options.replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  if (!samePage) window.scrollTo(0, 0)
  tell()
}

/** The first route whose pattern fits the path, with its named segments decoded. */
export function matchOf<R extends { pattern: string }>(routes: readonly R[], path: string) {
  const given = path.split('/').filter(Boolean)
  for (const route of routes) {
    const params = paramsOf(route.pattern.split('/').filter(Boolean), given)
    if (params) return { route, params }
  }
  return undefined
}

function paramsOf(pattern: string[], given: string[]): Record<string, string> | undefined {
  if (pattern.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of pattern.entries()) {
    const text = given[i] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = safelyDecoded(text)
    else if (part !== text) return undefined
  }
  return params
}

/** A mangled escape in a typed address must not break the page that says so. */
function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
