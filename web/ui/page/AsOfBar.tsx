import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonths, monthEnd } from '#domain/base/date.ts'
import { ask } from '../../api.ts'
import { searchOf } from '../../paths.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { DayInput } from '../form/DayInput.tsx'
import { changed, go } from '../router.ts'
import { instantText } from '../text/number.ts'
import { KnownAtChoice } from './KnownAtChoice.tsx'

/** Area, day, knowledge, division and plan that every number on the page speaks of; all of it stands in the address. */
export function AsOfBar() {
  const { t, language } = useWords()
  const view = useView()
  const [open, setOpen] = useState(false)
  const area = useQuery(ask.getArea({ params: { code: view.area }, query: divided(view.clocks) }))
  const { on, knownAt, reported, division } = view.clocks
  const moved = Boolean(view.search.on ?? knownAt ?? division ?? view.search.plan)
  const at = knownAt ? `${t('ui.asOf.knownAt')} ${instantText(knownAt, language)}` : t('ui.asOf.now')
  const known = reported ? `${t('ui.asOf.reported')} · ${at}` : at
  return (
    <section className={`as-of ${open ? 'as-of-open' : ''}`} aria-label={t('ui.asOf')}>
      <p className="as-of-line">
        <b>{area.data?.area.name ?? ' '}</b>
        <span>
          {t('ui.asOf.on')} <time dateTime={on}>{on}</time>
        </span>
        <span className="as-of-known">{known}</span>
        <button
          type="button"
          className="as-of-toggle link-button"
          aria-expanded={open}
          onClick={() => setOpen((was) => !was)}
        >
          {t('ui.asOf.change')}
        </button>
      </p>
      <div className="as-of-fields">
        <DayStepper on={on} />
        <KnownAtChoice on={on} knownAt={knownAt} />
        <DivisionChoice division={division} />
        <PlanChoice plan={view.plan} />
        {moved && (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              go(
                changed({
                  on: undefined,
                  knownAt: undefined,
                  reported: undefined,
                  division: undefined,
                  plan: undefined,
                }),
              )
            }
          >
            {t('ui.asOf.reset')}
          </button>
        )}
      </div>
    </section>
  )
}

export const divided = (clocks: { on: string; division?: string }) =>
  clocks.division ? { on: clocks.on, division: clocks.division } : { on: clocks.on }

/** Another day was reported from another snapshot, if from any: the choice of knowledge begins anew. */
function movedTo(on: string) {
  const { reported } = searchOf(window.location.search)
  return changed(reported ? { on, reported: undefined, knownAt: undefined } : { on })
}

/** Back and forward by month ends, the days on which figures are reported. */
function DayStepper({ on }: { on: string }) {
  const { t } = useWords()
  const last = monthEnd(on)
  const back = monthEnd(addMonths(on, -1))
  const forward = on === last ? monthEnd(addMonths(on, 1)) : last
  return (
    <fieldset className="as-of-field day-stepper">
      <legend>{t('ui.asOf.on')}</legend>
      <button type="button" aria-label={t('ui.asOf.back', { day: back })} onClick={() => go(movedTo(back))}>
        ‹
      </button>
      <DayInput label={t('ui.asOf.on')} value={on} onChoose={(day) => go(movedTo(day))} />
      <button type="button" aria-label={t('ui.asOf.forward', { day: forward })} onClick={() => go(movedTo(forward))}>
        ›
      </button>
    </fieldset>
  )
}

function DivisionChoice({ division }: { division: string | undefined }) {
  const { t } = useWords()
  const { data } = useQuery(ask.listDivisions({}))
  return (
    <label className="as-of-field">
      <span>{t('ui.asOf.division')}</span>
      <select
        className="field"
        value={division ?? ''}
        onChange={(event) => go(changed({ division: event.target.value || undefined }))}
      >
        <option value="">{t('ui.asOf.divisionOfDay')}</option>
        {data?.divisions.map(({ from, counties }) => (
          <option key={from} value={from}>
            {t('ui.asOf.divisionFrom', { from, n: counties })}
          </option>
        ))}
      </select>
    </label>
  )
}

function PlanChoice({ plan }: { plan: string }) {
  const { t, say } = useWords()
  const { data } = useQuery(ask.listPlans({}))
  if (!data || data.plans.length < 2) return null
  return (
    <label className="as-of-field as-of-plan">
      <span>{t('ui.asOf.plan')}</span>
      <select className="field" value={plan} onChange={(event) => go(changed({ plan: event.target.value }))}>
        {data.plans.map((one) => (
          <option key={one.key} value={one.key}>
            {say(one.name)}
          </option>
        ))}
      </select>
    </label>
  )
}
