import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { useWords } from '../../words.ts'

export type Candidate = Reply<Api['findCandidates']>['candidates'][number]

/** How alike two files are: in words, in points, and by what. */
export function LikenessMark({ likeness }: { likeness: Candidate['likeness'] }) {
  const { t, say } = useWords()
  return (
    <p className="likeness">
      <b className={likeness.probable ? 'likeness-probable' : undefined}>
        {t(likeness.probable ? 'identity.probable' : 'identity.possible')}
      </b>{' '}
      <span className="soft">
        {t('identity.score', { n: likeness.score })} · {likeness.reasons.map(({ words }) => say(words)).join(' · ')}
      </span>
    </p>
  )
}
