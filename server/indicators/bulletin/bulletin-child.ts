// A process that lays out one bulletin and ends: fonts and layout would stay in the server's memory.
import type { Bulletin } from '#domain/indicators/bulletin/bulletin.ts'
import { answerParent } from '../../apart.ts'
import { type BulletinFormat, layBulletin } from './formats.ts'

answerParent(async (asked: { bulletin: Bulletin; plan: string; format: BulletinFormat }) =>
  (await layBulletin(asked)).toString('base64'),
)
