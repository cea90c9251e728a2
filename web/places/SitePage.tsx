import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../api.ts'
import { paths } from '../paths.ts'
import { Answer } from '../ui/Answer.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { Go } from '../ui/Go.tsx'
import { PageShell } from '../ui/PageShell.tsx'
import { PrintButton } from '../ui/PrintButton.tsx'
import { useCan, useView } from '../view.ts'
import { useWords } from '../words.ts'
import { useCodeWord } from './code-word.ts'
import './site.css'

type SiteAnswer = Reply<Api['getSite']>

/** One site: what it is, its grades by year, and who was on its roster on the day. */
export function SitePage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const view = useView()
  const site = useQuery(ask.getSite({ params: { id: Number(params.site) }, query: view.clocks }))
  return (
    <PageShell
      title={site.data?.site.name ?? t('places.site')}
      crumbs={site.data ? [{ label: site.data.site.areaName, to: paths.area(site.data.site.area) }] : []}
      actions={<PrintButton />}
    >
      <Answer of={site}>
        {(data) => (
          <>
            <SiteFacts data={data} />
            <Roster roster={data.roster} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function SiteFacts({ data: { site, extra, grades } }: { data: SiteAnswer }) {
  const { t, say } = useWords()
  const kinds = useSiteKinds()
  const code = useCodeWord()
  const facts: [string, ReactNode][] = [
    [t('places.site.kind'), kinds(site.kind)],
    [
      t('places.site.area'),
      <Go key="area" to={paths.area(site.area)}>
        {site.areaName}
      </Go>,
    ],
    [t('places.site.level'), site.level && code('siteLevel', site.level)],
    [t('places.site.recognised'), site.recognisedOn],
    [t('places.site.withdrawn'), site.withdrawnOn],
    [t('places.site.capacity'), site.capacity],
    ...extra.map((one): [string, ReactNode] => [say(one.label), code('value', one.value)]),
    [t('places.site.grades'), grades.map((one) => `${one.year} ${code('grade', one.grade)}`).join(' · ')],
  ]
  return (
    <section className="panel">
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** What the plan calls a kind of site; a kind of another plan keeps its key. */
function useSiteKinds(): (kind: string) => string {
  const { say } = useWords()
  const { plan } = useView()
  const { data } = useQuery(ask.getPlan({ params: { plan } }))
  return (kind) => say(data?.siteKinds.find((one) => one.key === kind)?.name) || kind
}

function Roster({ roster }: { roster: SiteAnswer['roster'] }) {
  const { t } = useWords()
  const can = useCan()
  const code = useCodeWord()
  return (
    <section className="panel" aria-labelledby="roster">
      <h2 id="roster">{t('places.site.roster', { n: roster.length })}</h2>
      <DataTable
        caption={t('places.site.roster', { n: roster.length })}
        rows={roster}
        keyOf={(one) => `${one.person} ${one.from}`}
        empty={t('places.site.roster.empty')}
        columns={[
          {
            key: 'name',
            title: t('places.person.name'),
            head: true,
            cell: (one) => (can('people.read') ? <Go to={paths.file(one.person)}>{one.name}</Go> : one.name),
          },
          { key: 'role', title: t('places.site.roster.role'), cell: (one) => code('role', one.role) },
          { key: 'from', title: t('places.site.roster.from'), cell: (one) => one.from },
          { key: 'to', title: t('places.site.roster.to'), cell: (one) => one.to },
          { key: 'lifted', title: t('places.site.roster.lifted'), cell: (one) => one.lifted && t('places.yes') },
        ]}
      />
    </section>
  )
}
