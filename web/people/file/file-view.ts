import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'

/** One person's file as the server gives it, and its parts. */
export type FileView = Reply<Api['getFile']>
export type Spell = FileView['spells'][number]
export type OutcomeLine = FileView['outcomes'][number]
