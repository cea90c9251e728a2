import { Button } from 'antd'
import { Severity } from '../../needs/Severity.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { changed, go } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { type SiteFinding, useSiteFindings } from './site-data.ts'
import '../../needs/needs.css'

/** What is probably wrong here, gravest first; each opens to the people behind it, on the roster where it is mended. */
export function SiteFindings({ site }: { site: number }) {
  const { t } = useWords()
  const found = useSiteFindings(site)
  return (
    <section className="panel" aria-labelledby="site-findings">
      <h2 id="site-findings">{t('sites.findings')}</h2>
      <Answer of={found} lines={2}>
        {({ findings }) =>
          findings.length === 0 ? (
            <p className="soft">{t('sites.findings.none')}</p>
          ) : (
            <ul>
              {findings.map((finding) => (
                <Line key={finding.key} finding={finding} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

function Line({ finding }: { finding: SiteFinding }) {
  const { t, say } = useWords()
  const show = () => {
    go(changed({ part: finding.key }), { replace: true })
    document.getElementById('roster')?.scrollIntoView({ block: 'start' })
  }
  return (
    <li className="file-finding">
      <p>
        <Severity of={finding.severity as 'block' | 'hold' | 'review'} /> <b>{say(finding.name)}</b>{' '}
        <span className="soft">
          {[finding.outcome === 'unknown' && t('sites.findings.unknown'), finding.clause].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p className="mend">{say(finding.mend)}</p>
      {finding.assumption && (
        <p className="soft">
          {t('sites.findings.assumed')}
          {say(finding.assumption)}
        </p>
      )}
      {finding.people.length > 0 && (
        <Button type="link" className="site-behind no-print" onClick={show}>
          {t('sites.findings.behind', { n: finding.people.length })} · {t('sites.findings.check')}
        </Button>
      )}
    </li>
  )
}
