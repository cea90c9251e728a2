import type { ReactNode } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { useWords } from '../words.ts'
import { useCodeWord } from './code-word.ts'
import './site.css'

export type SiteAnswer = Reply<Api['getSite']>

/** What a site is: kind, place, level, days, its further fields, its grades by year. */
export function SiteFacts({ data: { site, kind, extra, grades } }: { data: SiteAnswer }) {
  const { t, say } = useWords()
  const code = useCodeWord()
  const facts: [string, ReactNode][] = [
    [t('places.site.kind'), say(kind.name)],
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
