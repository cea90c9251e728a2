import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ask } from '../../api.ts'
import { Severity } from '../../needs/Severity.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { SiteFinding } from './site-data.ts'
import '../../needs/needs.css'

type Props = { site: number; onShow: (finding: SiteFinding) => void }

/** What is probably wrong here, gravest first; each opens to the people behind it, on the roster where it is mended. */
export function SiteFindings({ site, onShow }: Props) {
  const { t } = useWords()
  const { clocks } = useView()
  const { reported: _, division: __, ...query } = clocks
  const found = useQuery(ask.getSiteFindings({ params: { id: site }, query }))
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
                <Line key={finding.key} finding={finding} onShow={onShow} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

function Line({ finding, onShow }: { finding: SiteFinding; onShow: Props['onShow'] }) {
  const { t, say } = useWords()
  const show = () => {
    onShow(finding)
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
