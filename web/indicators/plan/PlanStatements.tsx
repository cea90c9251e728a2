import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { FigureValue } from '../figure/FigureValue.tsx'
import type { PlanData } from '../figure/figure.ts'
import { type Line, linesOf, useFigures } from '../figure/figure-lines.ts'
import { StateMark } from '../figure/StateMark.tsx'

/** Every statement with the figures that answer to it; a statement without a figure would show as an empty cell. */
export function PlanStatements({ plan }: { plan: PlanData }) {
  const { t, say } = useWords()
  const view = useView()
  const { data } = useFigures(view)
  return (
    <section className="panel" id="statements">
      <table className="statements">
        <caption className="sr-only">{t('plan.measures')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('plan.measures')}</th>
            <th scope="col">{t('plan.statement')}</th>
            <th scope="col">{t('plan.figure')}</th>
          </tr>
        </thead>
        {plan.actions.map((action) => (
          <tbody key={action.key}>
            <tr>
              <th colSpan={3} scope="rowgroup">
                <Go to={paths.action(action.key)}>{say(action.name)}</Go> <small>{say(action.aim)}</small>
              </th>
            </tr>
            {plan.measures
              .filter((measure) => measure.action === action.key)
              .map((measure) => (
                <tr key={measure.key}>
                  <th scope="row">
                    <Go to={paths.measure(measure.key)}>{say(measure.name)}</Go>
                  </th>
                  <td>{say(measure.statement)}</td>
                  <td>{data && <Figures lines={linesOf(plan, data, { measure: measure.key })} />}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Figures({ lines }: { lines: Line[] }) {
  const { say } = useWords()
  return (
    <ul>
      {lines
        .filter((line) => !line.detail)
        .map(({ indicator, figure }) => (
          <li key={indicator.key}>
            <span>{say(indicator.name)}</span> <FigureValue figure={figure} indicator={indicator} />{' '}
            {figure.target && <StateMark figure={figure} />}
          </li>
        ))}
    </ul>
  )
}
