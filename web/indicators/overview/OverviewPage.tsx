import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ActionFigures } from '../area/ActionFigures.tsx'
import type { PlanData, State } from '../figure/figure.ts'
import type { AsOfData, Line } from '../figure/figure-lines.ts'
import { linesOf, useFigures, usePlan } from '../figure/figure-lines.ts'
import { WaitingForMe } from '../waiting/WaitingForMe.tsx'
import { NextToDo } from './NextToDo.tsx'
import { StateCounts } from './StateCounts.tsx'
import './overview.css'

/** Where every statement of the plan stands, for the area and day of the view; what to do next on top. */
export function OverviewPage() {
  const { t, say } = useWords()
  const view = useView()
  const plan = usePlan()
  const figures = useFigures(view)
  return (
    <PageShell title={t('ui.nav.overview')} lede={plan.data && say(plan.data.name)} actions={<PrintButton />}>
      <WaitingForMe />
      <NextToDo />
      <Answer of={plan} lines={14}>
        {(known) => (
          <Answer of={figures} lines={14}>
            {(data) => (
              <Sections
                plan={known}
                asOf={data.asOf}
                state={view.search.state}
                linesIn={(action) => linesOf(known, data, { action })}
              />
            )}
          </Answer>
        )}
      </Answer>
    </PageShell>
  )
}

type SectionsProps = {
  plan: PlanData
  asOf: AsOfData
  state: State | undefined
  linesIn: (action: string) => Line[]
}

function Sections({ plan, asOf, state, linesIn }: SectionsProps) {
  const { t, say } = useWords()
  const sections = plan.actions.map((action) => ({ action, lines: linesIn(action.key) }))
  const fits = (line: Line) => state === undefined || line.figure.state === state
  const shown = sections.map((one) => ({ ...one, lines: one.lines.filter(fits) })).filter((one) => one.lines.length > 0)
  return (
    <>
      <StateCounts states={sections.flatMap(({ lines }) => lines.map((line) => line.figure.state))} chosen={state} />
      {shown.length === 0 && <p className="table-empty">{t('indicators.overview.nothing')}</p>}
      {shown.map(({ action, lines }, i) => (
        <section key={action.key} className="panel action" aria-labelledby={`action-${action.key}`}>
          <header className="action-head">
            <h2 id={`action-${action.key}`}>
              <span aria-hidden="true">{i + 1}</span>
              <Go to={paths.action(action.key)}>{say(action.name)}</Go>
            </h2>
            <p>{say(action.aim)}</p>
          </header>
          <ActionFigures caption={say(action.name)} lines={lines} asOf={asOf} />
        </section>
      ))}
    </>
  )
}
