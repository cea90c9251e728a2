import type { FastifyError, FastifyInstance } from 'fastify'
import { Refusal, type Words } from '#domain/base/fail.ts'

/** Every failure in one shape: code, both languages, where. Never a value that was sent, never a stack, never a query. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    const { status, body } = problemOf(error)
    if (status >= 500)
      request.log.error({ code: errorCode(error), name: error.name, route: request.routeOptions.url }, 'failed')
    return reply.status(status).send(body)
  })
  app.setNotFoundHandler((_, reply) =>
    reply.status(404).send(problem('base.route.unknown', { zh: '没有这个地址。', en: 'There is no such address.' })),
  )
}

const problem = (code: string, { zh, en }: Words, where?: Refusal['where']) => ({
  code,
  zh,
  en,
  ...(where && { where }),
})

function problemOf(error: FastifyError | Refusal): { status: number; body: object } {
  if (error instanceof Refusal) return { status: error.status, body: problem(error.code, error.words, error.where) }
  if (error.validation) return { status: 400, body: invalid(error) }
  if (error.statusCode && error.statusCode < 500) {
    const words = {
      zh: '请求不合格式，请刷新页面后重试。',
      en: 'The request is malformed; reload the page and try again.',
    }
    return { status: error.statusCode, body: problem('base.request.malformed', words) }
  }
  if (errorCode(error) === '57014') return { status: 503, body: problem('base.answer.slow', slow) }
  return { status: 500, body: problem('base.server.failed', failed) }
}

const slow: Words = {
  zh: '查询时间过长，已停止。请缩小区划或条件后重试。',
  en: 'The query took too long and was stopped. Ask of a smaller area, or narrow the filter.',
}
const failed: Words = {
  zh: '服务器出错，操作没有完成，也没有留下半成品。请重试；仍不行请联系系统管理员。',
  en: 'The server failed; nothing was half done. Try again; if it stays, tell the system administrator.',
}

/** Which field, and what is asked of it; never what was sent. */
function invalid({ validation, validationContext }: FastifyError) {
  const first = validation![0]!
  const field = `${validationContext ?? ''}${first.instancePath}`
  return problem(
    'base.request.invalid',
    {
      zh: `“${field}”不合要求：${first.message ?? ''}。`,
      en: `“${field}” is not as asked: ${first.message ?? ''}.`,
    },
    { field },
  )
}

const errorCode = (error: object): string | undefined => ('code' in error ? String(error.code) : undefined)
