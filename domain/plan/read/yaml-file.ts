import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Words } from '../../base/fail.ts'
import type { Path, PlanProblem } from './problem.ts'
import { pathText } from './problem.ts'

/** A file of a plan folder as values, with the line of each. */
export type YamlFile = { name: string; value: unknown; lineOf: (path: Path) => number | null }

const WORDS: Partial<Record<YAMLError['code'], Words>> = {
  DUPLICATE_KEY: { zh: '同一个键写了两次；删去其一。', en: 'The same key is written twice; delete one.' },
  TAB_AS_INDENT: { zh: '缩进不能用制表符；改用空格。', en: 'Indentation cannot be a tab; use spaces.' },
}

/** Reads one file; what YAML itself refuses comes back as problems and the file without a value. */
export function readYaml(name: string, text: string): { file?: YamlFile; problems: PlanProblem[] } {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const problems = [...doc.errors, ...doc.warnings].map((error) => ({
    file: name,
    line: lines.linePos(error.pos[0]).line,
    path: '',
    message: WORDS[error.code] ?? {
      zh: `不是有效的 YAML：${error.message}`,
      en: `This is not valid YAML: ${error.message}`,
    },
  }))
  if (problems.length) return { problems }
  const lineOf = (path: Path) => {
    const offset = offsetOf(doc, path)
    return offset === undefined ? null : lines.linePos(offset).line
  }
  return { file: { name, value: doc.toJS({ maxAliasCount: 100 }), lineOf }, problems }
}

/** Where the key (or list item) that a path ends at begins; of a path that is not there, the nearest that holds it. */
function offsetOf(doc: Document, path: Path): number | undefined {
  let node: unknown = doc.contents
  let offset = doc.contents?.range?.[0]
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? offset
    } else break
  }
  return offset
}

/** A speaker for one file, with paths below `base`. */
export const sayIn =
  (file: YamlFile, problems: PlanProblem[], base: Path = []) =>
  (path: Path, message: Words): void => {
    const whole = [...base, ...path]
    problems.push({ file: file.name, line: file.lineOf(whole), path: pathText(whole), message })
  }
