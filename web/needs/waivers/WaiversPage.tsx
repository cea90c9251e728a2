import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { AreaDrill } from '../../people/list/AreaDrill.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { WaiverLine } from './WaiverLine.tsx'
import '../../people/people.css'
import '../needs.css'

/** Waivers that wait for a second officer, and those in force. */
export function WaiversPage() {
  const { t, say } = useWords()
  const { plan, area } = useView()
  const [state, setState] = useState<'asked' | 'granted'>('asked')
  const waivers = useQuery(ask.listWaivers({ query: { plan, area, state } }))
  return (
    <PageShell
      title={t('needs.waivers.title')}
      crumbs={[{ label: t('ui.nav.findings'), to: paths.findings() }, { label: t('needs.waivers.title') }]}
      lede={
        <>
          <AreaDrill />
          <p>{t('needs.waivers.lede')}</p>
        </>
      }
    >
      <section className="panel">
        <p className="needs-tabs no-print">
          {(['asked', 'granted'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="link-button"
              aria-pressed={state === one}
              onClick={() => setState(one)}
            >
              {t(`needs.waivers.${one}`)}
            </button>
          ))}
        </p>
        <Answer of={waivers} lines={6}>
          {(data) =>
            data.waivers.length === 0 ? (
              <p className="soft">{t('needs.waivers.none')}</p>
            ) : (
              <ul>
                {data.waivers.map((waiver) => (
                  <li key={waiver.id} className="file-finding">
                    <p>
                      <b>{say(waiver.name)}</b>{' '}
                      <Go to={paths.file(waiver.person)}>{waiver.personName ?? t('needs.waivers.file')}</Go>{' '}
                      <span className="soft">{waiver.areaName}</span>
                    </p>
                    <WaiverLine waiver={waiver} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
      </section>
    </PageShell>
  )
}
