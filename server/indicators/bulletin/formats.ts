import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bulletin } from '#domain/indicators/bulletin/bulletin.ts'
import { bulletinPdf } from './pdf.ts'
import { bulletinSheet } from './sheet.ts'
import { bulletinWord } from './word.ts'

export const BULLETIN_FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const
export type BulletinFormat = keyof typeof BULLETIN_FORMATS
export const isBulletinFormat = (text: string): text is BulletinFormat => Object.hasOwn(BULLETIN_FORMATS, text)

const PLANS = join(import.meta.dirname, '../../../plans')

/** The template for Word: the plan's own `bulletin.docx`, which the bureau may replace, else the common one. */
function templateOf(plan: string): Buffer {
  try {
    return readFileSync(join(PLANS, plan, 'bulletin.docx'))
  } catch {
    return readFileSync(join(PLANS, 'common', 'bulletin.docx'))
  }
}

type Laid = { bulletin: Bulletin; plan: string; format: BulletinFormat; template?: Uint8Array | undefined }

/** The bulletin as a file. `template` (Word only) replaces the plan's. */
export async function layBulletin({ bulletin, plan, format, template }: Laid): Promise<Buffer> {
  if (format === 'docx') return bulletinWord(bulletin, template ?? templateOf(plan))
  return format === 'xlsx' ? bulletinSheet(bulletin) : bulletinPdf(bulletin)
}
