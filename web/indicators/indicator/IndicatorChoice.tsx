import { changed, go } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { familyOf, type IndicatorData, type PlanData } from '../figure/figure.ts'

type Props = { plan: PlanData; chosen: string | undefined; within?: { action?: string; measure?: string } }

/** Which indicator a map, a trend or a ranking shows; kept in the address. */
export function IndicatorChoice({ plan, chosen, within = {} }: Props) {
  const { t, say } = useWords()
  const actions = plan.actions.filter((action) => within.action === undefined || within.action === action.key)
  return (
    <label className="as-of-field">
      <span>{t('indicators.choose')}</span>
      <select
        className="field indicator-choice"
        value={chosen}
        onChange={(event) => go(changed({ indicator: event.target.value }), { replace: true })}
      >
        {actions.map((action) => (
          <optgroup key={action.key} label={say(action.name)}>
            {familyOf(plan, { ...within, action: action.key }).map(({ indicator, detail }) => (
              <option key={indicator.key} value={indicator.key}>
                {detail ? '　' : ''}
                {say(indicator.name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** The indicator the address names, else the plan's first. */
export function chosenOf(plan: PlanData, key: string | undefined, action?: string): IndicatorData | undefined {
  const offered = familyOf(plan, action === undefined ? {} : { action }).map(({ indicator }) => indicator)
  return offered.find((one) => one.key === key) ?? offered[0]
}
