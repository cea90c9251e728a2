import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { AreaDrill } from '../../people/list/AreaDrill.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { DeterminationLine } from './DeterminationLine.tsx'
import { FindingAreas } from './FindingAreas.tsx'
import { FindingTable } from './FindingTable.tsx'
import { FindingTrend } from './FindingTrend.tsx'
import '../../people/people.css'
import '../needs.css'

/** 疑点: what to mend first in one's area, where it lies, how it goes, and when it was last determined. */
export function FindingsPage() {
  const { t } = useWords()
  const { plan, area } = useView()
  const findings = useQuery({ ...ask.listFindings({ query: { plan, area } }), placeholderData: keepPreviousData })
  return (
    <PageShell
      title={t('ui.nav.findings')}
      lede={
        <>
          <AreaDrill />
          <p>{t('needs.findings.lede')}</p>
        </>
      }
      actions={<PrintButton />}
    >
      <p className="needs-links no-print">
        <WaivingLink />
        <Go to={paths.orders()}>{t('needs.findings.orders')}</Go>
      </p>
      <section className="panel">
        <Answer of={findings} lines={12}>
          {(data) => <FindingTable findings={data.findings} />}
        </Answer>
      </section>
      <div className="needs-columns">
        <FindingAreas />
        <FindingTrend />
      </div>
      <DeterminationLine />
    </PageShell>
  )
}

function WaivingLink() {
  const { t } = useWords()
  const { area } = useView()
  const waiting = useQuery(ask.listWaivers({ query: { area, state: 'asked' } }))
  return <Go to={paths.waivers()}>{t('needs.findings.waiting', { n: waiting.data?.waivers.length ?? '…' })}</Go>
}
