import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { addMonths, monthEnd } from '#domain/base/date.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import type { SiteAnswer } from '../../../places/SiteFacts.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { changed, go } from '../../../ui/router.ts'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { JoinRoster } from '../roster/JoinRoster.tsx'
import { type MonthLine, type SiteMonth, useSiteClocks, useSiteFindings } from '../site-data.ts'
import { AttendanceForm } from './AttendanceForm.tsx'
import { MonthTable } from './MonthTable.tsx'

type Site = SiteAnswer['site']

/** The last month that was over on a day: what a workshop can have handed in. */
const lastMonth = (on: string): string => (monthEnd(on) === on ? on : addMonths(on, -1)).slice(0, 7)

/** Who stood on the roster in a month, and what the month shows of each; attendance is entered where it is read. */
export function MonthRoster({ site }: { site: Site }) {
  const { t } = useWords()
  const { on, search } = useView()
  const query = useSiteClocks()
  const month = search.month ?? lastMonth(on)
  const asked = useQuery({
    ...ask.getSiteMonth({ params: { id: site.id, month }, query }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="panel" id="roster" aria-labelledby="roster-title">
      <h2 id="roster-title">{t('sites.month.of', { month })}</h2>
      <Quota site={site} />
      <MonthChoice month={month} />
      <Answer of={asked} lines={8}>
        {(data) => <Roster key={month} site={site} data={data} />}
      </Answer>
    </section>
  )
}

/** Places promised against people by name. */
function Quota({ site }: { site: Site }) {
  const { t } = useWords()
  const { capacity, onRoster } = site
  return (
    <p className="site-quota">
      {t('sites.quota.named')} <b>{t('sites.quota.people', { n: onRoster })}</b>
      {capacity === null ? (
        <span className="soft">{t('sites.quota.unknown')}</span>
      ) : (
        <>
          <span>
            {t('sites.places')} <b>{capacity}</b>
          </span>
          {onRoster > capacity ? (
            <span className="site-mark site-doubt">{t('sites.quota.over', { n: onRoster - capacity })}</span>
          ) : (
            <span className="soft">{t('sites.quota.free', { n: capacity - onRoster })}</span>
          )}
        </>
      )}
    </p>
  )
}

function MonthChoice({ month }: { month: string }) {
  const { t } = useWords()
  const near = (months: number) => changed({ month: addMonths(`${month}-01`, months).slice(0, 7) })
  return (
    <div className="site-month-head no-print">
      <Go bare to={near(-1)}>
        ← {t('sites.month.before')}
      </Go>
      <label className="labelled">
        <span>{t('sites.month.choose')}</span>
        <input
          className="field"
          type="month"
          min="2014-01"
          max="2099-12"
          value={month}
          onChange={(event) => event.target.value && go(changed({ month: event.target.value }), { replace: true })}
        />
      </label>
      <Go bare to={near(1)}>
        {t('sites.month.after')} →
      </Go>
    </div>
  )
}

const ONLY = ['all', 'missing', 'uninsured', 'wage', 'left'] as const
type Only = (typeof ONLY)[number]
const fits: Record<Only, (line: MonthLine) => boolean> = {
  all: () => true,
  missing: ({ attendance }) => attendance === null,
  uninsured: ({ insured }) => insured === 'no',
  wage: ({ wage }) => wage === 'less' || wage === 'more',
  left: ({ left }) => left,
}

function Roster({ site, data }: { site: Site; data: SiteMonth }) {
  const { t, say } = useWords()
  const can = useCan()
  const { present, search } = useView()
  const behind = useSiteFindings(site.id).data?.findings.find(({ key }) => key === search.part)
  const [only, setOnly] = useState<Only>('all')
  const [entering, setEntering] = useState(false)
  const mayAct = present && can('people.record')
  const ids = behind && new Set(behind.people.map(({ person }) => person))
  const shown = data.people.filter((line) => (ids ? ids.has(line.person) : fits[only](line)))
  if (entering) return <AttendanceForm site={site.id} data={data} onDone={() => setEntering(false)} />
  return (
    <>
      {data.people.length > 0 && <Sum people={data.people} />}
      <div className="site-month-acts no-print">
        {behind ? (
          <p>
            {t('sites.month.only.behind', { name: say(behind.name) })}{' '}
            <Go bare to={changed({ part: undefined })}>
              {t('sites.month.only.all')}
            </Go>
          </p>
        ) : (
          <label className="labelled">
            <span>{t('sites.month.only')}</span>
            <select className="field" value={only} onChange={(event) => setOnly(event.target.value as Only)}>
              {ONLY.map((key) => (
                <option key={key} value={key}>
                  {t(`sites.month.only.${key}`)} {data.people.filter(fits[key]).length}
                </option>
              ))}
            </select>
          </label>
        )}
        {mayAct && data.rosterRole === 'worker' && data.people.length > 0 && (
          <Button type="primary" onClick={() => setEntering(true)}>
            {t('sites.attend')}
          </Button>
        )}
        {mayAct && <JoinRoster site={site.id} />}
        {mayAct && can('lists.import') && <Go to={paths.newImport()}>{t('sites.import')}</Go>}
      </div>
      {!present && <p className="soft">{t('sites.past')}</p>}
      <MonthTable site={site.id} data={data} people={shown} mayAct={mayAct} />
    </>
  )
}

function Sum({ people }: { people: MonthLine[] }) {
  const { t } = useWords()
  const n = (holds: (line: MonthLine) => boolean) => people.filter(holds).length
  return (
    <p>
      {t('sites.month.sum', {
        n: people.length,
        lifted: n(({ lifted }) => lifted),
        joined: n(({ joined }) => joined),
        left: n(({ left }) => left),
        shown: n(({ attendance }) => attendance !== null),
        missing: n(({ attendance }) => attendance === null),
      })}
    </p>
  )
}
