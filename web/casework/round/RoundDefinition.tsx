import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { RuleLine } from '../../people/why/RuleLine.tsx'
import { useWords } from '../../words.ts'

/** Who belongs, what counts as verified, for how long, and what of it is an assumption. */
export function RoundDefinition({ round }: { round: Reply<Api['listRound']>['round'] }) {
  const { t, say } = useWords()
  const months = (method: string) => round.counts[method] ?? 0
  return (
    <details className="panel fold">
      <summary>
        <h2>{t('round.definition')}</h2>
      </summary>
      <h3>{t('round.who')}</h3>
      <p>
        <RuleLine text={round.who} record="person" />
      </p>
      <h3>{t('round.verified')}</h3>
      <p>
        <RuleLine text={round.verified} record="person" />
      </p>
      <p>{t('round.counts', { phone: months('phone'), visit: months('visit'), register: months('register_match') })}</p>
      {round.assumptions.map((assumption) => (
        <p key={assumption.en}>
          <span className="tag">{t('round.assumption')}</span> {say(assumption)}
        </p>
      ))}
      <p className="soft">{t('round.source', { source: round.source })}</p>
    </details>
  )
}
