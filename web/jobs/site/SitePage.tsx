import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { SiteFacts } from '../../places/SiteFacts.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { Evaluation } from './Evaluation.tsx'
import { Members } from './Members.tsx'
import { MonthRoster } from './month/MonthRoster.tsx'
import { SiteFindings } from './SiteFindings.tsx'
import './sites.css'

/** The working page of a site: what is wrong on top, what it is, its evaluation or its members, its roster by month. */
export function SitePage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const can = useCan()
  const view = useView()
  const id = Number(params.site)
  const site = useQuery({ ...ask.getSite({ params: { id }, query: view.clocks }), retry: false })
  const named = can('people.list')
  return (
    <PageShell
      title={site.data?.site.name ?? t('places.site')}
      crumbs={[
        { label: t('sites.title'), to: paths.sites(site.data ? { kind: site.data.site.kind } : {}) },
        ...(site.data ? [{ label: say(site.data.kind.name) }] : []),
      ]}
      actions={<PrintButton />}
    >
      <Answer of={site}>
        {(data) => (
          <>
            {named && <SiteFindings site={id} />}
            <SiteFacts data={data} />
            {named && (data.kind.roster === 'member' ? <Members site={id} /> : <Evaluation site={id} />)}
            {named && <MonthRoster site={data.site} />}
          </>
        )}
      </Answer>
    </PageShell>
  )
}
