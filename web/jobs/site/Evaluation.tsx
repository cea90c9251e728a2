import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { grade as gradeCodes } from '#domain/people/codes.ts'
import { ask, client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { paths } from '../../paths.ts'
import { CodeChoice } from '../../people/employment/CodeChoice.tsx'
import { DayField } from '../../people/employment/RecordEmployment.tsx'
import { thisDay } from '../../people/employment/work-day.ts'
import { useCodeWord } from '../../places/code-word.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ReasonField } from './roster/ReasonField.tsx'
import { SITE_STALE, useSiteClocks } from './site-data.ts'

type Evaluated = Reply<Api['getSiteEvaluation']>

/** The yearly evaluation: what it rests on, counted from names on the day; the grades given; giving one. */
export function Evaluation({ site }: { site: number }) {
  const { t } = useWords()
  const can = useCan()
  const { present } = useView()
  const asked = useQuery(ask.getSiteEvaluation({ params: { id: site }, query: useSiteClocks() }))
  return (
    <section className="panel" aria-labelledby="evaluation">
      <h2 id="evaluation">{t('sites.eval')}</h2>
      <Answer of={asked} lines={4}>
        {(data) => (
          <>
            <Stable data={data} />
            <Award data={data} />
            <Grades data={data} />
            {present && can('jobs.evaluate') && <GiveGrade key={data.standing[0]?.knownFrom} site={site} data={data} />}
          </>
        )}
      </Answer>
    </section>
  )
}

function Stable({ data: { on, onRoster, stableMonths, stable } }: { data: Evaluated }) {
  const { t } = useWords()
  const can = useCan()
  const proven = stable.filter((line) => line.proven === stableMonths).length
  const counts = { on, n: onRoster, months: stableMonths, stable: stable.length, proven }
  return (
    <>
      <p>{t('sites.eval.stable', counts)}</p>
      {stable.length > 0 && (
        <details className="fold">
          <summary>{t('sites.eval.names')}</summary>
          <DataTable
            caption={t('sites.eval.names')}
            rows={stable}
            keyOf={(line) => line.person}
            columns={[
              {
                key: 'name',
                title: t('sites.person'),
                head: true,
                cell: (line) => (can('people.read') ? <Go to={paths.file(line.person)}>{line.name}</Go> : line.name),
              },
              { key: 'from', title: t('sites.since'), cell: (line) => line.from },
              {
                key: 'proven',
                title: t('sites.eval.proven'),
                number: true,
                cell: (line) => `${line.proven} / ${stableMonths}`,
              },
            ]}
          />
        </details>
      )}
    </>
  )
}

/** What the count would come to: said as an aid, with its source; nothing is paid here. */
function Award({ data: { award, on } }: { data: Evaluated }) {
  const { t, say, language } = useWords()
  const code = useCodeWord()
  if (!award) return null
  return (
    <>
      <p>
        {award.class === null
          ? t('sites.eval.below', { least: award.next?.least ?? 0 })
          : t('sites.eval.class', { least: award.class })}{' '}
        {award.yuan
          .map((one) =>
            t('sites.eval.amount', { grade: code('grade', one.grade), yuan: numberText(one.yuan / 10_000, language) }),
          )
          .join(' · ')}{' '}
        {award.next && <span className="soft">{t('sites.eval.next', award.next)}</span>}
      </p>
      <p className="soft site-source">
        {t('sites.eval.aid', { programme: say(award.programme), from: award.from })}{' '}
        {!award.inForce && t('sites.eval.notYet', { on })} {award.source}
      </p>
    </>
  )
}

function Grades({ data: { grades } }: { data: Evaluated }) {
  const { t } = useWords()
  const code = useCodeWord()
  return (
    <div className="site-grades">
      <DataTable
        caption={t('sites.eval')}
        rows={grades}
        keyOf={(one) => one.year}
        empty={t('sites.eval.none')}
        columns={[
          { key: 'year', title: t('sites.eval.year'), head: true, cell: (one) => one.year },
          { key: 'grade', title: t('sites.eval.grade'), cell: (one) => code('grade', one.grade) },
          {
            key: 'staff',
            title: t('sites.eval.staff'),
            number: true,
            cell: (one) => one.staff ?? <span className="soft">{t('sites.eval.notCounted')}</span>,
          },
          { key: 'counted', title: t('sites.eval.counted'), cell: (one) => one.countedOn },
        ]}
      />
    </div>
  )
}

function GiveGrade({ site, data }: { site: number; data: Evaluated }) {
  const { t } = useWords()
  const [year, setYear] = useState(data.on.slice(0, 4))
  const [countedOn, setCountedOn] = useState(data.on)
  const [grade, setGrade] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand(t('sites.eval.given'), () => {}, SITE_STALE)
  const seen = data.standing.find((one) => one.year === Number(year))?.knownFrom
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = { year: Number(year), grade, countedOn, reason, ...(seen && { seen }) }
    command.save((clientId) => client.evaluateSite({ params: { id: site }, body: { clientId, ...body } }))
  }
  return (
    <details className="fold site-give no-print">
      <summary>{t('sites.eval.give')}</summary>
      <form className="work-form" onSubmit={send}>
        <label className="labelled">
          <span>{t('sites.eval.year')}</span>
          <input
            className="field"
            type="number"
            required
            min={2000}
            max={2100}
            value={year}
            onChange={(event) => setYear(event.target.value)}
          />
        </label>
        <DayField label={t('sites.eval.counted')} value={countedOn} max={thisDay()} required onType={setCountedOn} />
        <CodeChoice label={t('sites.eval.grade')} codes={gradeCodes} value={grade} onChoose={setGrade} />
        <ReasonField value={reason} onType={setReason} />
        {command.error !== undefined && <Problem error={command.error} />}
        <Button type="primary" htmlType="submit" loading={command.busy}>
          {t('sites.act.save')}
        </Button>
      </form>
    </details>
  )
}
