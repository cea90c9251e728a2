import { paths } from '../../../paths.ts'
import { Go } from '../../../ui/Go.tsx'
import { useWords } from '../../../words.ts'
import type { Result } from '../match-text.ts'

type Reason = Result['reasons'][number]['reason']
type Remedies = 'ask' | 'verify' | 'employers' | 'wage' | 'train' | 'near' | 'each'

/** What can be done where people got nothing for a reason: who is asked, for what. */
const REMEDY: Record<Reason, Remedies> = {
  ...{ notAsked: 'ask', birthNotKnown: 'verify', wage: 'wage' },
  ...{
    allFull: 'employers',
    nothingOffered: 'employers',
    openings: 'employers',
    occupation: 'employers',
    place: 'employers',
  },
  ...{ certificate: 'train', skill: 'train', schooling: 'train' },
  ...{ reach: 'near', body: 'near', hours: 'near', season: 'near' },
  ...{ age: 'each', publicPost: 'each', severalConditions: 'each' },
}

/** In words; where an occupation is known, the way to what is offered in it, or to the workshops near home. */
export function Remedy({ reason, occupation }: { reason: Reason; occupation?: string | undefined }) {
  const { t } = useWords()
  const remedy = REMEDY[reason]
  const offered = occupation !== undefined && ['employers', 'wage', 'train'].includes(remedy)
  return (
    <>
      <p>{t(`match.do.${remedy}`)}</p>
      {offered && <Go to={paths.vacancies({ occupation })}>{t('match.do.vacancies')}</Go>}
      {remedy === 'near' && <Go to={paths.sites({ kind: 'workshop' })}>{t('match.do.sites')}</Go>}
    </>
  )
}
