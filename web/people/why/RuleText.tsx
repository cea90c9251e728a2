import { OutcomeMark } from '../file/OutcomeMark.tsx'
import { type RuleWord, wordsBetween } from './rule-words.ts'
import { type Stretch, stretchesOf, type Trace } from './trace-view.ts'

type Props = { trace: Trace; text: string; words: readonly RuleWord[] | undefined }

/** The rule as it is written, or in Chinese words; each innermost condition marked on its own span. */
export function RuleText({ trace, text, words }: Props) {
  const say = (from: number, to: number) => (words ? wordsBetween(words, from, to) : text.slice(from, to))
  return (
    <p className="rule-text">
      {say(0, trace.from)}
      <Part part={trace} inside={stretchesOf(trace, text)} say={say} />
      {say(trace.to, text.length)}
    </p>
  )
}

type PartProps = { part: Trace; inside: Stretch[]; say: (from: number, to: number) => string }

function Part({ part, inside, say }: PartProps) {
  const body = inside.map((one) =>
    'text' in one ? (
      say(one.key, one.key + one.text.length)
    ) : (
      <Part key={one.key} part={one.part} inside={one.inside} say={say} />
    ),
  )
  const title = `${part.text} = ${part.value}`
  if (part.outcome === null || inside.some(hasMark)) return <span title={title}>{body}</span>
  return (
    <span className={`rule-part rule-part-${part.outcome}`} title={title}>
      {body}
      <sup>
        <OutcomeMark outcome={part.outcome} />
      </sup>
    </span>
  )
}

/** Only what is not made of smaller conditions carries a mark: a mark on every bracket says nothing. */
const hasMark = (one: Stretch): boolean => 'part' in one && (one.part.outcome !== null || one.inside.some(hasMark))
