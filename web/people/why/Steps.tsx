import { useWords } from '../../words.ts'
import { OutcomeMark } from '../file/OutcomeMark.tsx'
import { useSourceText } from '../file/source-text.ts'
import { stepsOf, type Trace } from './trace-view.ts'

/** `read` puts a part's text into the reader's words. */
type Props = { trace: Trace; read: (text: string) => string }

/** The parts one by one: outcome, the facts it read with source and date, and from which day it will hold. */
export function Steps({ trace, read }: Props) {
  const steps = stepsOf(trace)
  if (steps.length === 0) return null
  return (
    <ul className="why-steps">
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an explanation is drawn once; elements of a list repeat a span
        <li key={`${step.from}-${step.to}-${i}`}>
          <Step trace={step} read={read} />
        </li>
      ))}
    </ul>
  )
}

function Step({ trace: step, read }: Props) {
  const { t, say } = useWords()
  const sourceText = useSourceText()
  return (
    <>
      <p className="step-line">
        {step.outcome && <OutcomeMark outcome={step.outcome} />}
        {step.via ? <b>{t('why.via', { name: say(step.via) })}</b> : <code title={step.text}>{read(step.text)}</code>}
        {step.outcome === null && <span>= {step.value}</span>}
        {step.notYet && <span className="not-yet">{t('why.notYet', { day: step.notYet })}</span>}
      </p>
      {step.facts.map((fact) => (
        <p key={fact.label.en} className="step-fact">
          {t('ui.named', { name: say(fact.label) })}{' '}
          <b>{fact.value === '' || fact.value === 'null' ? t('why.fact.missing') : fact.value}</b>{' '}
          <span className="soft">
            {[
              fact.source && t('why.fact.source', { source: sourceText(fact.source) }),
              fact.verifiedOn && t('why.fact.verified', { on: fact.verifiedOn }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
      ))}
      <Steps trace={step} read={read} />
    </>
  )
}
