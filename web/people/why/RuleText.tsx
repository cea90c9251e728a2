import { OutcomeMark } from '../file/OutcomeMark.tsx'
import { type Stretch, stretchesOf, type Trace } from './trace-view.ts'

/** The rule as it is written, each condition marked on its own span. */
export function RuleText({ trace, text }: { trace: Trace; text: string }) {
  return (
    <p className="rule-text">
      {text.slice(0, trace.from)}
      <Part part={trace} inside={stretchesOf(trace, text)} />
      {text.slice(trace.to)}
    </p>
  )
}

function Part({ part, inside }: { part: Trace; inside: Stretch[] }) {
  const body = inside.map((one) =>
    'text' in one ? one.text : <Part key={one.key} part={one.part} inside={one.inside} />,
  )
  if (part.outcome === null) return <span title={`${part.text} = ${part.value}`}>{body}</span>
  return (
    <span className={`rule-part rule-part-${part.outcome}`} title={`${part.text} = ${part.value}`}>
      {body}
      <sup>
        <OutcomeMark outcome={part.outcome} />
      </sup>
    </span>
  )
}
