import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Language } from '#domain/indicators/bulletin/number-words.ts'
import { recordRead } from '../../access/audit.ts'
import { runApart } from '../../apart.ts'
import type { Ctx } from '../../context.ts'
import type { FiguresGiven } from '../question.ts'
import { bulletinAsked } from './bulletin-asked.ts'
import { BULLETIN_FORMATS, isBulletinFormat } from './formats.ts'

type Asked = {
  Params: { month: string; format: string }
  Querystring: { area?: string; plan?: string; language?: string }
}

/**
 * `GET /api/months/:month/bulletin/:format` (docx, xlsx, pdf): the bulletin of a unit as it was frozen. Answers no JSON, so it stands
 * beside the contract; `ctxOf` says who asks and refuses whoever may not. Each fetching is a line in the log.
 */
export function serveBulletin(
  app: FastifyInstance,
  given: FiguresGiven,
  ctxOf: (request: FastifyRequest) => Promise<Ctx>,
): void {
  app.get<Asked>('/api/months/:month/bulletin/:format', async (request, reply) => {
    const ctx = await ctxOf(request)
    const { month, format } = request.params
    if (!isBulletinFormat(format)) refuseFormat()
    if (!isDay(`${month}-01`)) refuseMonth()
    const { area, plan: key } = request.query
    const language: Language = request.query.language === 'en' ? 'en' : 'zh'
    const {
      text,
      area: unit,
      plan,
    } = await bulletinAsked(given, ctx, {
      ...{ month, language },
      ...(area !== undefined && { area: Number(area) }),
      ...(key !== undefined && { plan: key }),
    })
    await ctx.asPost((tx) =>
      recordRead(tx, ctx.actor, {
        action: 'indicators.bulletin',
        object: { kind: 'area', area: unit },
        detail: `${month} ${format}`,
        rows: text.actions.reduce((sum, { rows }) => sum + rows.length, 0),
      }),
    )
    const asked = { bulletin: text, plan, format }
    const file = Buffer.from(await runApart<string>(new URL('bulletin-child.ts', import.meta.url), asked), 'base64')
    return reply
      .header('content-type', BULLETIN_FORMATS[format])
      .header('content-disposition', `attachment; filename="bulletin-${month}.${format}"`)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(file)
  })
}

function refuseFormat(): never {
  fail(
    'indicators.bulletin.format',
    { zh: '月报只有 Word（docx）、Excel（xlsx）、PDF 三种格式', en: 'A bulletin is made as docx, xlsx or pdf' },
    { status: 404 },
  )
}
function refuseMonth(): never {
  fail(
    'indicators.bulletin.month',
    { zh: '月份写作 2021-09', en: 'A month is written 2021-09' },
    { status: 400, where: { field: 'month' } },
  )
}
