import { Refusal } from '#domain/base/fail.ts'

/** Prints what went wrong, in words and never as a stack, and answers the exit code. */
export function report(error: unknown, json: boolean): number {
  const refusal = error instanceof Refusal ? error : unexpected(error)
  const { code, words, where } = refusal
  if (json) console.log(JSON.stringify({ error: { code, ...words, where } }))
  else console.error(`${words.zh}\n${words.en}`)
  // For whoever mends Ricebowl: texts of errors can carry persons' data, so they are shown only when asked for.
  if (process.env.RICEBOWL_TRACE) console.error(error)
  return INPUT.has(refusal.status) ? 2 : 1
}

/** The HTTP statuses that mean: what was asked is wrong, not what was tried. */
const INPUT = new Set([400, 404, 422])

function unexpected(error: unknown): Refusal {
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: string }
  const kind = code ? `${name} ${code}` : name
  return new Refusal(
    'command.run.unexpected',
    {
      zh: `出现意外错误(${kind})。设置 RICEBOWL_TRACE=1 重试可看到详情。`,
      en: `Something unexpected went wrong (${kind}). Try again with RICEBOWL_TRACE=1 to see where.`,
    },
    { status: 500 },
  )
}
