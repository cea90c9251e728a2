import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { BulletinButtons } from '../bulletin/BulletinButtons.tsx'
import { usePlan } from '../figure/figure-lines.ts'
import { MonthActs } from './MonthActs.tsx'
import { MonthFigures } from './MonthFigures.tsx'
import { MonthFindings } from './MonthFindings.tsx'
import { MonthLines, MonthUnits } from './MonthUnits.tsx'
import { DueDay, UnitMark } from './UnitMark.tsx'
import './closing.css'

export type MonthData = Reply<Api['getMonth']>

/** One month for one unit: what to do, what is unusual, the figures, the units below, what was said. */
export function MonthPage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const { plan, area } = useView()
  const month = params.month ?? ''
  const answer = useQuery(ask.getMonth({ params: { month }, query: { plan, area } }))
  const known = usePlan()
  return (
    <PageShell
      title={`${t('closing.month.name', { month })}${answer.data ? ` · ${answer.data.areaName}` : ''}`}
      crumbs={[{ label: t('closing.months'), to: paths.months() }, { label: month }]}
      actions={
        <>
          {answer.data?.line.snapshot && <Go to={paths.restated(month)}>{t('closing.restated.open')}</Go>}
          <PrintButton />
        </>
      }
    >
      <Answer of={answer} lines={14}>
        {(data) => (
          <>
            <Standing data={data} />
            {data.line.snapshot && (
              <>
                <MonthFindings area={data.area} />
                <Answer of={known}>{(plan) => <MonthFigures plan={plan} data={data} />}</Answer>
                <MonthUnits data={data} />
                <MonthLines data={data} />
              </>
            )}
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Standing({ data }: { data: MonthData }) {
  const { t, language } = useWords()
  const { snapshot, state, closedAt } = data.line
  return (
    <section className="panel next" aria-labelledby="standing">
      <h2 id="standing">{t('closing.standing')}</h2>
      <p>
        <b>{t(`closing.state.${state}`)}</b>{' '}
        {data.unit && state !== 'closed' && (
          <>
            {data.areaName}: <UnitMark state={data.unit.state} /> <DueDay unit={data.unit} />
          </>
        )}
      </p>
      {!snapshot && <p className="soft">{t('closing.notFrozen')}</p>}
      {snapshot && !data.unit && <p className="soft">{t('closing.noUnit')}</p>}
      {snapshot && (
        <p className="soft">
          {t('closing.edition', { n: snapshot.edition })} ·{' '}
          {t('closing.knownAt', { at: instantText(snapshot.knownAt, language) })} · {t('closing.frozenAt')}{' '}
          {instantText(snapshot.frozenAt, language)}
          {closedAt && ` · ${t('closing.closedAt')} ${instantText(closedAt, language)}`}
          <br />
          {t('closing.reread', { n: snapshot.reread })} {t('closing.seal')}{' '}
          <code className="seal">{snapshot.seal}</code> <Verify month={data.line.month} />
        </p>
      )}
      <MonthActs key={`${data.area} ${snapshot?.edition}`} data={data} />
      {snapshot && <BulletinButtons month={data.line.month} area={data.area} areaName={data.areaName} />}
    </section>
  )
}

/** Takes every hash again, where the reader asks for it. */
function Verify({ month }: { month: string }) {
  const { t } = useWords()
  const { plan } = useView()
  const [found, setFound] = useState<Reply<Api['verifyMonth']>>()
  const [error, setError] = useState<unknown>()
  const verify = () => void client.verifyMonth({ params: { month }, query: { plan } }).then(setFound).catch(setError)
  if (error) return <Problem error={error} />
  if (!found)
    return (
      <Button size="small" className="no-print" onClick={verify}>
        {t('closing.verify')}
      </Button>
    )
  const broken = found.broken.length + (found.sealed === false ? 1 : 0)
  return (
    <b role="status">
      {broken > 0 ? t('closing.verify.bad', { n: broken }) : t('closing.verify.good', { n: found.areas })}
    </b>
  )
}
