import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { relation } from '#domain/people/codes.ts'
import { ask, client } from '../../api.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { CodeChoice } from '../employment/CodeChoice.tsx'
import { DayField } from '../employment/RecordEmployment.tsx'
import { thisDay } from '../employment/work-day.ts'
import type { FileView } from '../file/file-view.ts'
import { Reason } from '../identity/Reason.tsx'
import { TextField } from '../identity/TextField.tsx'
import { ActForm } from './ActForm.tsx'
import { HouseholdChoice, noHome } from './HouseholdChoice.tsx'

type Props = { person: number; household: FileView['household']; onDone: () => void }

/** Relations a member can have beside the head's own. */
const { head: _, ...relations } = relation

/** 分户: who leaves along with this person, who heads the new household. */
export function SplitForm({ person, household, onDone }: Props) {
  const { t } = useWords()
  const [along, setAlong] = useState<Record<number, string>>({})
  const [code, setCode] = useState('')
  const [on, setOn] = useState(thisDay())
  const [reason, setReason] = useState('')
  const act = (clientId: string) =>
    client.splitHousehold({
      params: { id: person },
      body: {
        ...{ clientId, on, reason, ...(code.trim() && { code: code.trim() }) },
        members: Object.entries(along).flatMap(([id, is]) => (is ? [{ person: Number(id), relation: is }] : [])),
      },
    })
  return (
    <ActForm how={t('act.split.how')} said={t('request.done')} act={act} onDone={onDone}>
      {household?.members
        .filter(({ id }) => id !== person)
        .map(({ id, name }) => (
          <CodeChoice
            key={id}
            label={name}
            codes={relations}
            value={along[id] ?? ''}
            none={t('act.split.stays')}
            onChoose={(is) => setAlong({ ...along, [id]: is })}
          />
        ))}
      <TextField label={t('act.split.code')} value={code} most={30} onType={setCode} />
      <DayField label={t('act.on')} value={on} max={thisDay()} required onType={setOn} />
      <Reason value={reason} onType={setReason} />
    </ActForm>
  )
}

/** 入户: another household of the village. */
export function JoinForm({ person, household, onDone }: Props) {
  const { t } = useWords()
  const { clocks } = useView()
  const file = useQuery(ask.getFile({ params: { id: person }, query: clocks }))
  const [home, setHome] = useState(noHome)
  const [on, setOn] = useState(thisDay())
  const [reason, setReason] = useState('')
  const act = (clientId: string) => {
    const body = { clientId, household: home.household ?? 0, relation: home.relation, on, reason }
    return client.joinHousehold({ params: { id: person }, body })
  }
  return (
    <ActForm how={t('act.join.how')} said={t('request.done')} act={act} onDone={onDone}>
      {file.data && (
        <HouseholdChoice village={file.data.person.area} value={home} onChoose={setHome} except={household?.id} />
      )}
      <DayField label={t('act.on')} value={on} max={thisDay()} required onType={setOn} />
      <Reason value={reason} onType={setReason} />
    </ActForm>
  )
}

export function HeadForm({ person, onDone }: Props) {
  const { t } = useWords()
  const [on, setOn] = useState(thisDay())
  const [reason, setReason] = useState('')
  const act = (clientId: string) =>
    client.changeHead({ params: { id: person }, body: { clientId, relations: [], on, reason } })
  return (
    <ActForm how={t('act.head.how')} said={t('request.done')} act={act} onDone={onDone}>
      <DayField label={t('act.on')} value={on} max={thisDay()} required onType={setOn} />
      <Reason value={reason} onType={setReason} />
    </ActForm>
  )
}
