import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHIPPED_PLANS } from './plan-folder.ts'

let kept: ReadonlyMap<string, string> | undefined

/** What a code of the classification of 2022 is called; undefined for a code it has not. */
export function occupationName(code: string): string | undefined {
  kept ??= new Map(
    readFileSync(join(SHIPPED_PLANS, 'common', 'occupations-2022.csv'), 'utf8')
      .split('\n')
      .map((row) => row.split(','))
      .map(([key = '', , , name = '']) => [key, name]),
  )
  return kept.get(code)
}
