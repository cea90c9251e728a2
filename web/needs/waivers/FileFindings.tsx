import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Severity } from '../Severity.tsx'
import { AskWaiver } from './AskWaiver.tsx'
import { WaiverLine } from './WaiverLine.tsx'
import '../needs.css'

type Finding = Reply<Api['listFileFindings']>['findings'][number]

/** The findings of a file as they are now: what is wrong, where it is mended, since when, and what was waived. */
export function FileFindings({ person }: { person: number }) {
  const { t } = useWords()
  const { present } = useView()
  const findings = useQuery({ ...ask.listFileFindings({ params: { id: person } }), enabled: present })
  // Waivers and orders are of the present; another day shows its own outcomes below.
  if (!present) return null
  return (
    <section className="panel" aria-labelledby="findings">
      <h2 id="findings">{t('needs.file.title')}</h2>
      <Answer of={findings} lines={2}>
        {(data) =>
          data.findings.length === 0 ? (
            <p className="soft">{t('needs.file.none')}</p>
          ) : (
            <ul>
              {data.findings.map((finding) => (
                <FileFinding key={finding.key} finding={finding} person={person} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

function FileFinding({ finding, person }: { finding: Finding; person: number }) {
  const { t, say } = useWords()
  const can = useCan()
  const current = finding.waivers.find(({ state }) => state === 'granted' || state === 'asked')
  const waived = current?.state === 'granted'
  return (
    <li className={waived ? 'file-finding is-waived' : 'file-finding'}>
      <p>
        <Severity of={finding.severity} /> <b>{say(finding.name)}</b>{' '}
        <span className="soft">
          {[
            finding.outcome === 'unknown' && t('needs.file.unknown'),
            finding.clause,
            t('needs.file.since', { day: finding.since.slice(0, 10) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className="mend">{say(finding.mend)}</p>
      <div className="finding-acts no-print">
        <FixLink fix={finding.fix} />
        <Go to={paths.why(person, finding.key)} aria-label={`${t('needs.people.why')} ${say(finding.name)}`}>
          {t('needs.people.why')}
        </Go>
        {finding.outcome === 'yes' && !current && can('people.record') && (
          <AskWaiver person={person} finding={finding} />
        )}
      </div>
      {finding.waivers.map((waiver) => (
        <WaiverLine key={waiver.id} waiver={waiver} />
      ))}
    </li>
  )
}

const anchors = { spells: '#spells', person: '#facts', household: '#household' } as const

/** To the place where it is mended: on this page, or at the site whose roster it is. */
function FixLink({ fix }: { fix: Finding['fix'] }) {
  const { t } = useWords()
  const words = t(`needs.file.fix.${fix.place}`)
  if (fix.place === 'site') return fix.site === null ? null : <Go to={paths.site(fix.site)}>{words}</Go>
  return <a href={anchors[fix.place]}>{words}</a>
}
