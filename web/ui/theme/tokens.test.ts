import { expect, test } from 'vitest'
import { type Colours, palette } from './tokens.ts'

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const texts = ['ink', 'soft', 'link', 'met', 'ahead', 'ontrack', 'behind', 'missed', 'outside', 'none'] as const
const grounds = ['ground', 'paper', 'raised', 'band'] as const

function tooFaint(colours: Colours): string[] {
  const pairs: [keyof Colours, keyof Colours][] = texts.flatMap((text) =>
    grounds.map((ground): [keyof Colours, keyof Colours] => [text, ground]),
  )
  pairs.push(['on-accent', 'accent'])
  for (const step of ['scale1', 'scale2', 'scale3', 'scale4', 'scale5'] as const) pairs.push(['ink', step])
  return pairs.filter(([a, b]) => contrast(colours[a], colours[b]) < 4.5).map(([a, b]) => `${a} on ${b}`)
}

test.each(Object.entries(palette))('%s: every text can be read on every ground', (_, colours) => {
  expect(tooFaint(colours)).toEqual([])
})

test('a faint colour is found', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(tooFaint({ ...palette.light, soft: '#aaaaaa' })).toContain('soft on paper')
})
