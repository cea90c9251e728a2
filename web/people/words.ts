import * as filter from '../ui/filter/words.ts'

export const zh = { ...filter.zh } as const

export const en = { ...filter.en } satisfies Record<keyof typeof zh, string>
