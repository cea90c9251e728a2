import { fail } from '#domain/base/fail.ts'

export function refuseStale(): never {
  return fail(
    'casework.round.stale',
    {
      zh: '这个人的务工或核实记录在您看到之后已有变动，本次没有保存。请对照最新内容后再办理。',
      en: 'This person’s work or round was changed after you saw it; nothing was saved. Compare with what stands now, and do it again.',
    },
    { status: 409 },
  )
}
