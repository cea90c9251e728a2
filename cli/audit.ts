import { openAccessDoor } from '#server/access/access-door.ts'
import { sealKey } from '#server/access/audit-seal.ts'
import { findAnchor } from '#server/access/log/audit-anchor.ts'
import { type AuditVerdict, verifyAudit } from '#server/access/log/audit-verify.ts'
import { useDatabase } from '#server/postgres.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '审计记录：逐批验证封存', en: 'the audit log: verify its seals' },
  forms: ['audit verify'],
}

/** 0 = as it was written, 1 = not, with the first batch that is broken. */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {}, usage)
  const work = Object.hasOwn(WORK, positionals[0] ?? '') && WORK[positionals[0] ?? '']
  if (!work || positionals.length !== 1) return refuseUsage(usage)
  return work(io)
}

const WORK: Record<string, (io: Io) => Promise<number>> = {
  verify: (io) =>
    useDatabase({ ...io.environment, log: io.log, holder: { kind: 'command', command: 'audit' } }, async (database) => {
      const door = openAccessDoor(database)
      try {
        const anchor = findAnchor(io.environment.dataDir)
        const verdict = await door.asAudit((tx) => verifyAudit(tx, sealKey(database.keys), anchor))
        io.answer(verdict, words(verdict))
        return verdict.intact ? 0 : 1
      } finally {
        await door.close()
      }
    }),
}

const BREAKS = {
  chain: { zh: '封存缺失或被移动', en: 'a seal is missing or was moved' },
  head: { zh: '封存本身被改动', en: 'the seal itself was altered' },
  lines: { zh: '该批记录被修改、增加、删除或调换', en: 'a line of it was altered, added, removed or moved' },
  anchor: {
    zh: '末尾被截去，或与数据库外保存的封存不符',
    en: 'the end was cut off, or does not fit the seal kept outside the database',
  },
}

function words({ batches, lines, firstBroken, broken, unsealed }: AuditVerdict): string {
  const rest = `尚未封存 not sealed yet: ${unsealed.lines}`
  if (!broken)
    return `审计记录完好：${batches} 批 ${lines} 条。\nThe audit log is as it was written: ${batches} batches, ${lines} lines.\n${rest}`
  const { zh, en } = BREAKS[broken]
  return `审计记录已被破坏：第 ${firstBroken} 批，${zh}。之前 ${batches} 批完好。\nThe audit log is broken at batch ${firstBroken}: ${en}. The ${batches} batches before it are intact.\n${rest}`
}
