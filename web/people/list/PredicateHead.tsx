import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { RuleLine } from '../why/RuleLine.tsx'

/** Over a list of a need or a finding: how many fit, how many cannot be told, its text, its clause. */
export function PredicateHead({ predicate }: { predicate: string }) {
  const { t, language } = useWords()
  const view = useView()
  const plan = useQuery(ask.getPlan({ params: { plan: view.plan } }))
  const needs = useQuery(ask.listNeeds({ query: { plan: view.plan, area: view.area } }))
  const definition = plan.data?.predicates.find((one) => one.key === predicate)
  const line = needs.data?.lines.find((one) => one.key === predicate)
  if (!definition) return null
  const clause = definition.clause && t('people.predicate.clause', { clause: definition.clause })
  return (
    <section className="panel predicate-head" aria-label={t('people.predicate')}>
      <p className="predicate-counts">
        {line && <b>{t('people.predicate.yes', { n: numberText(line.yes, language) })}</b>}
        {line && line.unknown > 0 && (
          <span className="unknown">{t('people.predicate.unknown', { n: numberText(line.unknown, language) })}</span>
        )}
        <span className="soft">{t('people.predicate.today')}</span>
      </p>
      <p>
        <RuleLine text={definition.where} record={definition.record} />
      </p>
      {(clause || definition.source) && (
        <p className="soft">{[clause, definition.source].filter(Boolean).join(' · ')}</p>
      )}
    </section>
  )
}

/** The name of a need or finding; undefined until the plan is read. */
export function usePredicateName(predicate: string | undefined): string | undefined {
  const { say } = useWords()
  const view = useView()
  const plan = useQuery({ ...ask.getPlan({ params: { plan: view.plan } }), enabled: predicate !== undefined })
  const found = plan.data?.predicates.find((one) => one.key === predicate)
  return found && say(found.name)
}
