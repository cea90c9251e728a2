import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { LIKENESS, type LikenessReason } from '#domain/people/identity/likeness.ts'
import { useWords } from '../../words.ts'

export type Candidate = Reply<Api['findCandidates']>['candidates'][number]

const pointsOf = (key: string): number => LIKENESS[key as LikenessReason]?.points ?? 0

/** One number of two people who share neither name nor birthday. */
function isMistyped({ reasons }: Candidate['likeness']): boolean {
  const has = (key: LikenessReason) => reasons.some((reason) => reason.key === key)
  return has('same_number') && has('other_birth') && !has('same_name') && !has('same_sound')
}

/** How alike two files are: in words, in points, and by what. */
export function LikenessMark({ likeness }: { likeness: Candidate['likeness'] }) {
  const { t, say } = useWords()
  return (
    <p className="likeness">
      <b className={likeness.probable ? 'likeness-probable' : undefined}>
        {t(likeness.probable ? 'identity.probable' : 'identity.possible')}
      </b>{' '}
      <span className="soft">{t('identity.score', { n: likeness.score })}</span>
      {(['for', 'against'] as const).map((side) => {
        const told = likeness.reasons.filter(({ key }) => pointsOf(key) < 0 === (side === 'against'))
        if (told.length === 0) return null
        return (
          <span key={side} className="likeness-side">
            {t(`identity.${side}`)}
            {told.map(({ words }) => say(words)).join(' · ')}
          </span>
        )
      })}
      {isMistyped(likeness) && <span className="likeness-side likeness-hint">{t('identity.mistyped')}</span>}
    </p>
  )
}
