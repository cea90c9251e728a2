import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { AreaDrill } from '../../../people/list/AreaDrill.tsx'
import { useCodeWord } from '../../../places/code-word.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { changed, go } from '../../../ui/router.ts'
import { type Column, DataTable } from '../../../ui/table/DataTable.tsx'
import { Pager } from '../../../ui/table/Pager.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import '../../../people/people.css'
import '../sites.css'

type Sites = Reply<Api['listSites']>
type Line = Sites['sites'][number]

/** 载体: the sites of an area, who is on their rosters, and which have findings. */
export function SitesPage() {
  const { t } = useWords()
  const { clocks, area, search } = useView()
  const { reported: _, division: __, ...asOf } = clocks
  const { kind, part, after } = search
  const list = useQuery({
    ...ask.listSites({
      query: { ...asOf, area, ...(kind && { kind }), ...(part && { finding: part }), ...(after && { after }) },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageShell title={t('sites.title')} lede={t('sites.lede')} actions={<PrintButton />}>
      <AreaDrill />
      {list.data && <Filter data={list.data} />}
      <section className="panel">
        <Answer of={list} lines={10}>
          {(data) => (
            <>
              <SiteTable data={data} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

function Filter({ data }: { data: Sites }) {
  const { t, say } = useWords()
  const { search } = useView()
  const set = (change: { kind?: string | undefined; part?: string | undefined }) =>
    go(changed({ ...change, after: undefined }))
  return (
    <search className="site-month-acts no-print" aria-label={t('sites.filter')}>
      <label className="labelled">
        <span>{t('places.site.kind')}</span>
        <select
          className="field"
          value={search.kind ?? ''}
          onChange={(event) => set({ kind: event.target.value || undefined })}
        >
          <option value="">{t('sites.all')}</option>
          {data.kinds.map(({ key, name }) => (
            <option key={key} value={key}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      <label className="labelled">
        <span>{t('sites.filter.finding')}</span>
        <select
          className="field"
          value={search.part ?? ''}
          onChange={(event) => set({ part: event.target.value || undefined })}
        >
          <option value="">{t('sites.all')}</option>
          <option value="any">{t('sites.filter.any')}</option>
          {data.findings.map(({ key, name, sites }) => (
            <option key={key} value={key}>
              {t('sites.filter.finding.n', { name: say(name), n: sites })}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}

function SiteTable({ data }: { data: Sites }) {
  const { t, say, language } = useWords()
  const code = useCodeWord()
  const kindName = (key: string) => say(data.kinds.find((kind) => kind.key === key)?.name) || key
  const findingName = (key: string) => say(data.findings.find((finding) => finding.key === key)?.name) || key
  const columns: Column<Line>[] = [
    { key: 'name', title: t('sites.name'), head: true, cell: (line) => <Go to={paths.site(line.id)}>{line.name}</Go> },
    { key: 'kind', title: t('places.site.kind'), wide: true, cell: (line) => kindName(line.kind) },
    { key: 'area', title: t('places.site.area'), cell: (line) => line.areaName },
    {
      key: 'roster',
      title: t('sites.onRoster'),
      number: true,
      cell: (line) => <Go to={paths.site(line.id)}>{numberText(line.onRoster, language)}</Go>,
    },
    {
      key: 'lifted',
      title: t('sites.lifted'),
      number: true,
      cell: (line) => numberText(line.lifted, language),
    },
    { key: 'places', title: t('sites.places'), number: true, cell: (line) => line.capacity },
    { key: 'grade', title: t('sites.grade'), wide: true, cell: (line) => line.grade && code('grade', line.grade) },
    {
      key: 'findings',
      title: t('sites.findings'),
      cell: (line) => (
        <span className="site-marks">
          {line.findings.map(({ key, people }) => (
            <Go key={key} className="site-mark" to={paths.site(line.id, { part: key })}>
              {findingName(key)} {people > 0 && numberText(people, language)}
            </Go>
          ))}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('sites.title')}
      rows={data.sites}
      keyOf={(line) => line.id}
      columns={columns}
      empty={t('sites.none')}
    />
  )
}
