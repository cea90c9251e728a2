import { numberText, shareText } from '../../../ui/text/number.ts'
import { useWords } from '../../../words.ts'
import type { Run } from '../match-text.ts'

type Certificate = NonNullable<Run['certificate']>

/** What an independent reading of all eligible pairs found, each line with what it means. */
export function CertificatePanel({ run }: { run: Run }) {
  const { t, language } = useWords()
  const { certificate } = run
  if (!certificate) return null
  const { eligiblePairs, blockingPairs, overQuota, ineligible, doubled, onlyFlooded } = certificate
  const checks = [
    ['envy', blockingPairs.anchors + blockingPairs.backUps],
    ['over', overQuota],
    ['ineligible', ineligible],
    ['doubled', doubled],
    ['flooded', onlyFlooded],
  ] as const
  return (
    <section className="panel" aria-labelledby="certificate">
      <h2 id="certificate">{t('match.certificate')}</h2>
      <p className="soft">{t('match.certificate.how', { pairs: numberText(eligiblePairs, language) })}</p>
      <ul className="match-checks">
        {checks.map(([key, found]) => (
          <li key={key}>
            <span>{t(`match.cert.${key}`)}</span>
            <b className="num">{numberText(found, language)}</b>
            <span className={found === 0 ? 'tag match-done' : 'tag match-failed'}>
              {t(found === 0 ? 'match.cert.ok' : 'match.cert.bad')}
            </span>
            <details>
              <summary>
                {t('match.cert.what')} <span className="sr-only">{t(`match.cert.${key}`)}</span>
              </summary>
              <p>{t(`match.cert.${key}.what`)}</p>
            </details>
          </li>
        ))}
      </ul>
      <Scenario certificate={certificate} placed={run.counts?.placed ?? 0} />
    </section>
  )
}

function Scenario({ certificate, placed }: { certificate: Certificate; placed: number }) {
  const { t, language } = useWords()
  const { mostPlacements, utility, utilityBound } = certificate
  const n = (value: number) => numberText(value, language)
  return (
    <>
      <h3>{t('match.scenario.title')}</h3>
      {mostPlacements === undefined && <p>{t('match.scenario.none')}</p>}
      {mostPlacements && mostPlacements.people > placed && (
        <p>
          {t('match.scenario.what', {
            ...{ people: n(mostPlacements.people), more: n(mostPlacements.people - placed) },
            envious: n(mostPlacements.envious),
          })}
        </p>
      )}
      {mostPlacements && mostPlacements.people <= placed && (
        <p>{t('match.scenario.same', { people: n(mostPlacements.people) })}</p>
      )}
      {utilityBound !== undefined && utilityBound > 0 && (
        <p>
          {t('match.cert.utility', {
            ...{ points: n(utility), bound: n(utilityBound), share: shareText(utility, utilityBound, language) },
          })}
        </p>
      )}
    </>
  )
}
