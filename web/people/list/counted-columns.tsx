import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { level } from '#domain/people/codes.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import type { Column } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'

export type Counted = Reply<Api['listCounted']>
type Site = Counted['sites'][number]
type Area = Counted['areas'][number]
type Rec = Counted['records'][number]

export function useSiteColumns(): Column<Site>[] {
  const { t, say } = useWords()
  return [
    { key: 'name', title: t('counted.site.name'), head: true, cell: (s) => <Go to={paths.site(s.id)}>{s.name}</Go> },
    { key: 'area', title: t('people.area'), cell: (s) => s.areaName },
    { key: 'level', title: t('counted.site.level'), cell: (s) => s.level && say(codedWords(level, s.level)) },
    { key: 'recognised', title: t('counted.site.recognised'), cell: (s) => s.recognisedOn },
    { key: 'withdrawn', title: t('counted.site.withdrawn'), cell: (s) => s.withdrawnOn },
    { key: 'capacity', title: t('counted.site.capacity'), number: true, cell: (s) => s.capacity },
    { key: 'roster', title: t('counted.site.roster'), number: true, cell: (s) => s.onRoster },
  ]
}

export function useAreaColumns(): Column<Area>[] {
  const { t } = useWords()
  return [
    { key: 'name', title: t('counted.area.name'), head: true, cell: (a) => <Go to={paths.area(a.code)}>{a.name}</Go> },
    { key: 'code', title: t('counted.area.code'), cell: (a) => <code>{a.code}</code> },
  ]
}

export function useRecordColumns(): Column<Rec>[] {
  const { t, say } = useWords()
  return [
    {
      key: 'person',
      title: t('counted.record.person'),
      head: true,
      cell: (r) => (r.person ? <Go to={paths.file(r.person.id)}>{r.person.name}</Go> : <code>{r.id}</code>),
    },
    { key: 'area', title: t('people.area'), cell: (r) => r.areaName },
    { key: 'from', title: t('counted.record.from'), cell: (r) => <span className="nowrap">{r.from}</span> },
    { key: 'to', title: t('counted.record.to'), cell: (r) => <span className="nowrap">{r.to}</span> },
    {
      key: 'facts',
      title: t('counted.record.facts'),
      cell: (r) => r.facts.map((fact) => `${say(fact.label)} ${say(fact.value)}`).join(' · '),
    },
  ]
}
