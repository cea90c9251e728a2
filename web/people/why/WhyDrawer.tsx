import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { OutcomeMark } from '../file/OutcomeMark.tsx'
import { RuleText } from './RuleText.tsx'
import { ruleWords, wordsBetween } from './rule-words.ts'
import { Steps } from './Steps.tsx'
import type { Why } from './trace-view.ts'
import './why.css'

type Props = { person: number; predicate: string | undefined; onClose: () => void }

/** Why a need, a finding or a figure holds for this person, fails, or cannot be told. It has its own address. */
export function WhyDrawer({ person, predicate, onClose }: Props) {
  const { t } = useWords()
  const { clocks } = useView()
  const why = useQuery({
    ...ask.explainPredicate({ params: { id: person }, query: { ...clocks, predicate: predicate ?? '' } }),
    enabled: predicate !== undefined,
    retry: false,
  })
  const { say } = useWords()
  return (
    <Drawer
      open={predicate !== undefined}
      onClose={onClose}
      size={Math.min(720, window.innerWidth)}
      title={t('why.title', { name: why.data ? say(why.data.name) : '…' })}
      closable={{ 'aria-label': t('ui.close') }}
    >
      <Answer of={why}>{(data) => <Reasons why={data} />}</Answer>
    </Drawer>
  )
}

function Reasons({ why }: { why: Why }) {
  const { t, say, language } = useWords()
  const [asWritten, setAsWritten] = useState(language === 'en')
  const facts = useQuery({ ...ask.listFacts({}), staleTime: Number.POSITIVE_INFINITY })
  const records = asWritten ? undefined : facts.data?.records
  const read = (text: string) => (records ? wordsBetween(ruleWords(text, records), 0, text.length) : text)
  return (
    <div className="why">
      <p className={`why-outcome why-${why.outcome}`}>
        <OutcomeMark outcome={why.outcome} /> {t(`file.outcome.${why.outcome}`)}
        <span className="soft"> {t('why.asOf', { on: why.asOf.on, at: instantText(why.asOf.knownAt, language) })}</span>
      </p>
      {why.missing.length > 0 && (
        <section className="why-missing">
          <h3>{t('why.missing')}</h3>
          <ul>
            {why.missing.map((fact) => (
              <li key={fact.fact}>{say(fact.label)}</li>
            ))}
          </ul>
          <p className="soft">{t('why.missing.how')}</p>
        </section>
      )}
      <section>
        <h3>{t('why.rule')}</h3>
        <RuleText trace={why.trace} text={why.text} words={records && ruleWords(why.text, records)} />
        <p className="why-marks soft">
          {t('why.marks')}
          <button type="button" className="link-button" onClick={() => setAsWritten(!asWritten)}>
            {t(asWritten ? 'why.inChinese' : 'why.asWritten')}
          </button>
        </p>
      </section>
      <section>
        <h3>{t('why.steps')}</h3>
        <Steps trace={why.trace} read={read} />
      </section>
      <dl className="fact-list">
        {why.clause && (
          <div>
            <dt>{t('why.clause')}</dt>
            <dd>{why.clause}</dd>
          </div>
        )}
        {why.source && (
          <div>
            <dt>{t('why.source')}</dt>
            <dd>{why.source}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
