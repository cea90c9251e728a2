import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { type State, stateOrder } from '../figure/figure.ts'
import { stateSign } from '../figure/StateMark.tsx'

type Props = { states: State[]; chosen: State | undefined }

/** How many indicators are in each state; a click shows only those, a second click all again. */
export function StateCounts({ states, chosen }: Props) {
  const { t } = useWords()
  return (
    <ul className="state-counts">
      <li>
        <Go bare to={changed({ state: undefined })} aria-current={chosen === undefined ? 'true' : undefined}>
          {t('indicators.overview.all', { n: states.length })}
        </Go>
      </li>
      {stateOrder
        .map((state) => ({ state, n: states.filter((one) => one === state).length }))
        .filter(({ n }) => n > 0)
        .map(({ state, n }) => (
          <li key={state}>
            <Go
              bare
              to={changed({ state: state === chosen ? undefined : state })}
              aria-current={state === chosen ? 'true' : undefined}
              className={`state-${state}`}
            >
              <span aria-hidden="true">{stateSign[state]}</span> {t(`indicators.state.${state}`)} <b>{n}</b>
            </Go>
          </li>
        ))}
    </ul>
  )
}
