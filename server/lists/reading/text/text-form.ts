import { open } from 'node:fs/promises'

/** How a text file is written, told from its beginning. */
export type TextForm = { encoding: 'utf-8' | 'gb18030' | 'utf-16le'; separator: ',' | '\t' | ';'; bom: number }

const SAMPLE = 256 * 1024

export async function readTextForm(path: string): Promise<TextForm> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0)
    return textForm(buffer.subarray(0, bytesRead), bytesRead < SAMPLE)
  } finally {
    await file.close()
  }
}

function textForm(sample: Buffer, whole: boolean): TextForm {
  if (sample[0] === 0xff && sample[1] === 0xfe)
    return { encoding: 'utf-16le', bom: 2, separator: separatorOf(sample.subarray(2).toString('utf16le')) }
  const bom = sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf ? 3 : 0
  const encoding = bom || isUtf8(sample, whole) ? 'utf-8' : 'gb18030'
  return { encoding, bom, separator: separatorOf(new TextDecoder(encoding).decode(sample.subarray(bom))) }
}

/** The last signs of a sample may be cut; a whole file's may not. */
function isUtf8(sample: Buffer, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !whole })
    return true
  } catch {
    return false
  }
}

/** What stands most often outside quotes in the first lines, alike from line to line. */
function separatorOf(text: string): TextForm['separator'] {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/, 30)
    .filter((line) => line.trim() !== '')
  const scores = ([',', '\t', ';'] as const).map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    return {
      separator,
      score: Math.max(0, ...counts.map((count) => count * counts.filter((other) => other === count).length)),
    }
  })
  return scores.sort((a, b) => b.score - a.score)[0]!.separator
}
