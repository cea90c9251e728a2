import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as access from './access/words.ts'
import * as indicators from './indicators/words.ts'
import * as people from './people/words.ts'
import * as places from './places/words.ts'
import * as plan from './plan/words.ts'
import * as ui from './ui/words.ts'
import { en, zh } from './words.ts'

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()

test('both languages fill the same holes', () => {
  const differ = (Object.keys(zh) as (keyof typeof zh)[]).filter((key) => `${holes(zh[key])}` !== `${holes(en[key])}`)
  expect(differ).toEqual([])
  expect(holes('{b} of {a}')).toEqual(['{a}', '{b}'])
})

test('a key belongs to one slice', () => {
  const slices = [ui, access, indicators, people, places, plan].map((slice) => Object.keys(slice.zh))
  expect(new Set(slices.flat()).size).toBe(slices.flat().length)
})

/** Chinese in a component is a word that has no English: it belongs in a words.ts. Comments may name things. */
const chinese = (source: string): string[] =>
  source
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .split('\n')
    .filter((line) => /[\u3400-\u9fff]/.test(line))

test('no Chinese stands in a component', () => {
  const files = globSync('**/*.tsx', { cwd: import.meta.dirname, exclude: ['dist/**'] })
  const found = files.flatMap((file) =>
    chinese(readFileSync(join(import.meta.dirname, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(found).toEqual([])
  expect(chinese('<b>总览</b> // fine\n/* 总览 */')).toHaveLength(1)
})
