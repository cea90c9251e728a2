import { Refusal } from '#domain/base/fail.ts'
import { keysOf } from '../generate/seal.ts'
import { loadDemo } from '../load-demo.ts'
import type { LoadAnswer, LoadOrder } from './own-process.ts'

/** A process of its own: takes one order, answers once, ends; and ends with the process that asked. */
process.on('disconnect', () => process.exit(1))
process.once('message', async (order: LoadOrder) => {
  const answer = await work(order)
  process.send?.(answer, () => process.exit(0))
})

async function work({ keys, ...order }: LoadOrder): Promise<LoadAnswer> {
  try {
    return { report: await loadDemo({ ...order, keys: keysOf(keys) }) }
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, words: error.words }
    const { code = 'unknown' } = error as { code?: string }
    const words = {
      zh: `演示城市未能装入（${code}），数据库保持原样。请再次启动；若仍失败，请查看磁盘空间和数据库日志。`,
      en: `The demo city was not loaded (${code}); the database is as it was. Start again; should it fail again, look at the disk and the log of the database.`,
    }
    return { code: 'demo.load.failed', words }
  }
}
