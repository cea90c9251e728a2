import { Button } from 'antd'
import { useState } from 'react'
import { followUpOutcome, owedNeeded, wages } from '#domain/jobs/corridor/corridor-codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { isOwedBlank, isOwedWhole, NOTHING_OWED, OwedFields, owedOf } from '../../referral/sections/OwedFields.tsx'
import { STALE } from '../batch/BatchPage.tsx'
import { Who } from '../batch/who.tsx'
import type { FollowUp } from './FollowUpsPage.tsx'
import { ReturnForm } from './ReturnForm.tsx'

/** One call that is due. */
export function FollowUpItem({ line }: { line: FollowUp }) {
  const { t, say } = useWords()
  const can = useCan()
  const { present } = useView()
  const complaint = line.complaint === null ? undefined : wages[line.complaint as keyof typeof wages]
  return (
    <li className="traveller" data-person={line.person}>
      <Who line={line} />
      <span className="tag">{t('follow.due', { days: line.afterDays, day: line.dueOn })}</span>
      <p className="vacancy-head">
        <span>
          {line.placeName} {line.employer}
        </span>
        <Go to={paths.batch(line.batch)}>{t('follow.batch')}</Go>
        {line.tries > 0 && <span className="soft">{t('follow.tries', { n: line.tries })}</span>}
        {complaint && <span className="tag check-unknown">{t('follow.complaint', { what: say(complaint) })}</span>}
      </p>
      {present && can('people.record') && <Acts line={line} />}
    </li>
  )
}

function Acts({ line }: { line: FollowUp }) {
  const { t, say } = useWords()
  const { on } = useView()
  const [said, setSaid] = useState('')
  const [back, setBack] = useState(false)
  const [owed, setOwed] = useState(NOTHING_OWED)
  const needed = owedNeeded(said || null)
  const claims = needed !== 'not' && isOwedWhole(owed)
  const half = needed === 'must' ? !isOwedWhole(owed) : needed === 'may' && !claims && !isOwedBlank(owed)
  const command = useCommand(t(claims ? 'follow.saved.owed' : 'follow.saved'), () => {}, STALE)
  const heard = (outcome: 'there' | 'other_employer' | 'unreached') =>
    command.save((clientId) =>
      client.recordFollowUp({
        params: { id: line.id },
        body: {
          ...{ clientId, knownFrom: line.knownFrom, afterDays: line.afterDays, on, outcome },
          ...(outcome !== 'unreached' && said && { wages: said as 'paid' }),
          ...(outcome !== 'unreached' && claims && { owed: owedOf(owed) }),
        },
      }),
    )
  return (
    <div className="traveller-acts no-print">
      <CodeChoice
        label={t('follow.wages')}
        codes={wages}
        value={said}
        none={t('follow.wages.none')}
        onChoose={setSaid}
      />
      {needed !== 'not' && (
        <>
          <OwedFields draft={owed} required={needed === 'must'} onType={(change) => setOwed({ ...owed, ...change })} />
          <p className="soft">{t(`follow.owed.${needed}`)}</p>
        </>
      )}
      <Button type="primary" loading={command.busy} disabled={half} onClick={() => heard('there')}>
        {say(followUpOutcome.there)}
      </Button>
      <Button disabled={half} onClick={() => heard('other_employer')}>
        {say(followUpOutcome.other_employer)}
      </Button>
      <Button onClick={() => heard('unreached')}>{say(followUpOutcome.unreached)}</Button>
      <Button aria-expanded={back} onClick={() => setBack(!back)}>
        {t('follow.back')}
      </Button>
      {back && <ReturnForm line={line} />}
      {command.error !== undefined && <Problem error={command.error} />}
    </div>
  )
}
