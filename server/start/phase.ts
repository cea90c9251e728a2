import type { Words } from '#domain/base/fail.ts'

/** How far a start has come. */
export type Phase = 'database' | 'migrations' | 'seed' | 'console' | 'ready' | 'stopping'

export const phaseWords: Record<Phase, Words> = {
  database: { zh: '正在启动数据库', en: 'Starting the database' },
  migrations: { zh: '正在检查数据库结构', en: 'Bringing the database up to date' },
  seed: { zh: '正在准备初始数据', en: 'Preparing the first data' },
  console: { zh: '正在准备操作界面', en: 'Preparing the console' },
  ready: { zh: '已就绪', en: 'Ready' },
  stopping: { zh: '正在停止', en: 'Stopping' },
}
