import type { Case } from './meaning/case.ts'
import { conditions, nulls } from './meaning/conditions.ts'
import { dates } from './meaning/dates.ts'
import { lists } from './meaning/lists.ts'
import { numbers } from './meaning/numbers.ts'
import { strings, texts } from './meaning/strings.ts'

/** Expressions with the specification's values; where ours differs on purpose a comment says so. */
export const meaning: readonly Case[] = [...numbers, ...nulls, ...conditions, ...strings, ...texts, ...dates, ...lists]
