import { theme as antdTheme, type ThemeConfig } from 'antd'
import { useSyncExternalStore } from 'react'
import { palette } from './tokens.ts'

export type Scheme = 'light' | 'dark'
const key = 'ricebowl.theme'
const listeners = new Set<() => void>()

/** The reader's own choice, else the machine's. */
function read(): Scheme {
  const chosen = localStorage.getItem(key)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
let now: Scheme = typeof localStorage === 'undefined' ? 'light' : read()

const rules = (scheme: Scheme) =>
  Object.entries(palette[scheme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('')
const sheet = `:root{color-scheme:light;${rules('light')}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${rules('dark')}}}`

/** Colours go in as one style sheet (allowed under a strict content policy); paper is always light. */
export function applyScheme(): void {
  document.documentElement.dataset.theme = now
  if (document.adoptedStyleSheets.length > 0) return
  const colours = new CSSStyleSheet()
  colours.replaceSync(sheet)
  document.adoptedStyleSheets = [colours]
}
export function chooseScheme(scheme: Scheme): void {
  now = scheme
  localStorage.setItem(key, scheme)
  applyScheme()
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useScheme = (): Scheme => useSyncExternalStore(subscribe, () => now)

/** antd drawn with the console's own tokens: the same colours, one radius, no shadows that glow. */
export function antdTokens(scheme: Scheme): ThemeConfig {
  const p = palette[scheme]
  return {
    algorithm: scheme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: p.accent,
      colorLink: p.link,
      colorLinkHover: p.link,
      colorLinkActive: p.link,
      colorText: p.ink,
      colorTextSecondary: p.soft,
      colorTextTertiary: p.soft,
      colorTextPlaceholder: p.soft,
      colorTextDescription: p.soft,
      colorBgBase: p.paper,
      colorBgLayout: p.ground,
      colorBgContainer: p.paper,
      colorBgElevated: p.raised,
      colorBorder: p.line,
      colorBorderSecondary: p.hair,
      colorSuccess: p.met,
      colorWarning: p.behind,
      colorError: p.missed,
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 5,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: { Table: { headerBg: p.band, cellPaddingBlockSM: 7 } },
  }
}
