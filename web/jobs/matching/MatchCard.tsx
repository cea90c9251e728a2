import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { CompanyLine, TogetherLine } from '../offers/Company.tsx'
import { OfferHead } from '../offers/OfferHead.tsx'
import { Opens } from '../offers/Opens.tsx'
import { Refer } from '../referral/Refer.tsx'
import { useStandingText } from './match-text.ts'
import '../jobs.css'
import './matching.css'

type Told = Reply<Api['getPersonMatch']>
type Result = NonNullable<Told['result']>

/** On a file: what the last run proposes to the person, and why nothing better, in words to be said aloud. */
export function MatchCard({ person }: { person: number }) {
  const { t } = useWords()
  const match = useQuery(ask.getPersonMatch({ params: { id: person }, query: {} }))
  return (
    <section className="panel" aria-labelledby="match-card">
      <h2 id="match-card">{t('match.card')}</h2>
      <Answer of={match} lines={3}>
        {({ run, result }) => (
          <>
            {run === null && <p>{t('match.card.noRun')}</p>}
            {run && result === null && <p>{t('match.card.noPart')}</p>}
            {run && result && <Proposed result={result} person={person} run={run.id} />}
            {run && <RunTold run={run} />}
          </>
        )}
      </Answer>
    </section>
  )
}

/** By which run it is told, and the way to it. */
export function RunTold({ run }: { run: NonNullable<Told['run']> }) {
  const { t, language } = useWords()
  return (
    <>
      <p className="soft">{t('match.card.of', { on: run.on, at: instantText(run.endedAt, language) })}</p>
      <p className="vacancy-link">
        <Go to={paths.matchRun(run.id)}>{t('match.card.link')}</Go>
      </p>
    </>
  )
}

type Of = { result: Result; person: number; run: number }

function Proposed({ result, person, run }: Of) {
  const { t, say, language } = useWords()
  const { tier, name } = { tier: result.tier.tier, name: say(result.tier.name) }
  const anchor = result.proposals.filter(({ rank }) => rank === 1)
  const backUps = result.proposals.filter(({ rank }) => rank > 1)
  const rest =
    result.better === 0 ? t('match.card.first') : t('match.card.better', { n: numberText(result.better, language) })
  return (
    <>
      <p>
        {t('match.card.tier', { tier: t('match.tier.of', { tier, name }) })} {!result.asked && t('match.card.notAsked')}
      </p>
      {result.reason !== null && (
        <p>
          <b>{t('match.card.none', { reason: t(`match.reason.${result.reason}`) })}</b>
        </p>
      )}
      <CompanyLine company={result.company} />
      {anchor.length > 0 && (
        <>
          <h3>{t('match.card.anchor')}</h3>
          <Jobs proposals={anchor} company={result.company} {...{ person, run }} />
          <p className="soft">{rest}</p>
        </>
      )}
      {backUps.length > 0 && (
        <>
          <h3>{t('match.card.backUps')}</h3>
          <Jobs proposals={backUps} company={result.company} {...{ person, run }} />
        </>
      )}
      <Ahead result={result} />
      {result.proposals.length === 0 && <Opens wouldOpen={result.wouldOpen} />}
    </>
  )
}

function Jobs({ proposals, company, person, run }: Omit<Of, 'result'> & Pick<Result, 'proposals' | 'company'>) {
  const { t } = useWords()
  return (
    <ul className="match-jobs">
      {proposals.map(({ vacancy, worth, together }) => (
        <li key={vacancy.id}>
          <OfferHead vacancy={vacancy} />
          {together && company && <TogetherLine near={together} kind={company.kind} />}
          <p className="soft">{t('jobs.offers.worth', worth)}</p>
          {vacancy.state === 'open' && <Refer person={person} vacancy={vacancy.id} from="run" run={run} />}
        </li>
      ))}
    </ul>
  )
}

/** Better vacancies that went to others: where the last of them stands, and nothing else of anybody. */
function Ahead({ result }: { result: Result }) {
  const { t, language } = useWords()
  const standing = useStandingText(result.tierNames)
  if (result.ahead.length === 0) return null
  return (
    <>
      <h3>{t(result.reason === null ? 'match.card.ahead' : 'match.card.ahead.none')}</h3>
      <ul className="match-jobs">
        {result.ahead.map(({ vacancy, given, own, cutOff, why }) => (
          <li key={vacancy.id}>
            <p className="vacancy-head">
              <Go to={paths.vacancy(vacancy.id)}>{vacancy.title}</Go>
              <span>{vacancy.employer}</span>
            </p>
            {t('match.ahead', { openings: numberText(given, language), last: standing(cutOff) })}{' '}
            {why === 'tier' ? t('match.ahead.tier', { own: standing(own) }) : t(`match.ahead.${why}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
