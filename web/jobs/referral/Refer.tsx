import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { STALE } from './stale.ts'
import './referral.css'

type Props = { person: number; vacancy: number; from: 'offer' | 'run' | 'person'; run?: number }

/** Refers a person to a vacancy: one tap asks, the second does it, and then it says so with the way to what comes next. */
export function Refer({ person, vacancy, from, run }: Props) {
  const { t } = useWords()
  const can = useCan()
  const { on, present } = useView()
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<number>()
  const command = useCommand(t('referral.refer.said'), () => {}, STALE)
  if (!present || !can('jobs.refer')) return null
  if (made !== undefined)
    return (
      <p className="no-print">
        <Go to={paths.referral(made)}>{t('referral.refer.done')}</Go>
      </p>
    )
  const send = async (clientId: string) => {
    const body = { clientId, person, vacancy, from, on, ...(run !== undefined && { run }) }
    setMade((await client.makeReferral({ body })).id)
  }
  if (!asked)
    return (
      <Button className="no-print" size="small" onClick={() => setAsked(true)}>
        {t('referral.refer')}
      </Button>
    )
  return (
    <fieldset className="referral-ask no-print" aria-label={t('referral.refer.ask')}>
      <span>{t('referral.refer.ask')}</span>
      <Button autoFocus size="small" type="primary" loading={command.busy} onClick={() => command.save(send)}>
        {t('referral.refer.yes')}
      </Button>
      <Button size="small" onClick={() => setAsked(false)}>
        {t('referral.refer.no')}
      </Button>
      {command.error !== undefined && <Problem error={command.error} />}
    </fieldset>
  )
}
