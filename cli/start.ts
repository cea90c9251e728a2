import { serve } from '#server/main.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '启动饭碗：数据库、数据与操作界面', en: 'start Ricebowl: database, data and console' },
  forms: ['start'],
}

export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {}, usage)
  if (positionals.length > 0) return refuseUsage(usage)
  const stop = new AbortController()
  // Asked twice, as npm and the terminal both do at Ctrl-C, is asked once.
  const ask = () => {
    if (stop.signal.aborted) return
    io.log({ zh: '正在停止…', en: 'Stopping…' })
    stop.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask)
  const onReady = (url: string, seconds: number) =>
    io.answer({ url, seconds }, `饭碗已就绪（${seconds} 秒）：${url}\nRicebowl is ready (${seconds} s): ${url}`)
  await serve({ ...io.environment, log: io.log, onReady, signal: stop.signal })
  io.log({ zh: '已停止，数据已保存。', en: 'Stopped; everything is stored.' })
  return 0
}
