import { useSyncExternalStore } from 'react'

export type Language = 'zh' | 'en'
const key = 'ricebowl.language'
const listeners = new Set<() => void>()

function read(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'zh'
}
let now: Language = typeof localStorage === 'undefined' ? 'zh' : read()

/** The document says its language too, for screen readers and line breaking. */
export function chooseLanguage(language: Language): void {
  now = language
  localStorage.setItem(key, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => now)
export const languageNow = (): Language => now
