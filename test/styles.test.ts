import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Sheet = { slice: string; text: string }

/** All sheets end in one page: a class that two slices style is styled by whichever was loaded last. `ui` may only be refined from below it. */
function styledTwice(sheets: readonly Sheet[]): string[] {
  const owners = new Map<string, Set<string>>()
  for (const { slice, text } of sheets)
    for (const [, selectors = ''] of text.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{/g))
      for (const selector of selectors.split(',')) {
        const alone = /^\.([\w-]+)(:[\w-]+)*$/.exec(selector.trim())?.[1]
        if (alone) owners.set(alone, (owners.get(alone) ?? new Set()).add(slice))
      }
  return [...owners].filter(([, slices]) => slices.size > 1).map(([name, slices]) => `.${name}: ${[...slices]}`)
}

const WEB = join(import.meta.dirname, '..', 'web')
const sheets = (readdirSync(WEB, { recursive: true, encoding: 'utf8' }) as string[])
  .filter((path) => path.endsWith('.css') && !path.includes('dist/') && !path.endsWith('print.css'))
  .map((path) => ({ slice: path.split('/')[0] ?? '', text: readFileSync(join(WEB, path), 'utf8') }))

test('a class is styled by one slice', () => {
  expect(sheets.length).toBeGreaterThan(20)
  expect(styledTwice(sheets)).toEqual([])
})

test('a class that two slices style is seen; one that is refined within another is not', () => {
  const one = { slice: 'people', text: '.counting { color: red } .panel .name { margin: 0 }' }
  expect(styledTwice([one, { slice: 'indicators', text: '.a, .counting:hover { position: fixed }' }])).toEqual([
    '.counting: people,indicators',
  ])
  expect(styledTwice([one, { slice: 'lists', text: '.panel .name { margin: 0 } .tile .counting { top: 0 }' }])).toEqual(
    [],
  )
})
