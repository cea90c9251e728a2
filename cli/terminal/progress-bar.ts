import type { Io } from './io.ts'

export type Progress = { rows: number; share: number; seconds: number; phase: string }

const WIDTH = 30
const PHASES: Readonly<Record<string, string>> = {
  rows: '记录 rows',
  indexes: '索引 indexes',
  figures: '核对 figures',
  determination: '判定 determination',
  read: '读取 read',
  match: '比对 match',
  apply: '导入 apply',
}

/** One line that is written over on a terminal, a line every ten seconds elsewhere, nothing with --json. */
export function progressBar(io: Io): { show(progress: Progress): void; end(): void } {
  if (io.json) return { show() {}, end() {} }
  const terminal = process.stderr.isTTY === true
  let last = Number.NEGATIVE_INFINITY
  return {
    show(progress) {
      if (!terminal && progress.seconds - last < 10) return
      last = progress.seconds
      process.stderr.write(terminal ? `\r${barText(progress)}\u001b[K` : `${barText(progress)}\n`)
    },
    end: () => {
      if (terminal) process.stderr.write('\r\u001b[K')
    },
  }
}

export function barText({ rows, share, seconds, phase }: Progress): string {
  const full = Math.round(Math.min(1, share) * WIDTH)
  const left = share > 0.02 ? `, ${Math.ceil((seconds * (1 - share)) / share)} s 剩余 left` : ''
  const speed = seconds > 0 ? Math.round(rows / seconds) : 0
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(share * 100)}% ${PHASES[phase] ?? phase} ${rows} (${speed}/s${left})`
}
