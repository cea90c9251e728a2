import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deathEvidence } from '#domain/people/identity/death-evidence.ts'
import { client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { CITY } from '../../view.ts'
import { useWords } from '../../words.ts'
import { CodeChoice } from '../employment/CodeChoice.tsx'
import { DayField } from '../employment/RecordEmployment.tsx'
import { thisDay } from '../employment/work-day.ts'
import type { FileView } from '../file/file-view.ts'
import { LikenessMark } from '../identity/LikenessMark.tsx'
import { PersonBrief } from '../identity/PersonBrief.tsx'
import { Reason } from '../identity/Reason.tsx'
import { TextField } from '../identity/TextField.tsx'
import { VillageChoice } from '../identity/VillageChoice.tsx'
import { ActForm } from './ActForm.tsx'

export type FormProps = { person: FileView['person']; onDone: () => void }

/** A changed number: typed here once, and once more by who approves. */
export function NumberForm({ person, onDone }: FormProps) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const act = (clientId: string) =>
    client.askNumber({
      params: { id: person.id },
      body: { clientId, number, reason, ...(name.trim() && { name: name.trim() }) },
    })
  return (
    <ActForm how={t('act.number.how')} said={t('identity.merge.asked')} act={act} onDone={onDone}>
      <TextField label={t('identity.number')} value={number} required most={40} onType={setNumber} />
      <TextField label={t('act.number.name')} value={name} most={60} onType={setName} />
      <Reason value={reason} onType={setReason} />
    </ActForm>
  )
}

export function MoveForm({ person, onDone }: FormProps) {
  const { t } = useWords()
  const [to, setTo] = useState<number>()
  const [on, setOn] = useState(thisDay())
  const [reason, setReason] = useState('')
  const act = (clientId: string) =>
    client.askMove({ params: { id: person.id }, body: { clientId, to: to ?? 0, on, reason } })
  return (
    <ActForm how={t('act.move.how')} said={t('identity.merge.asked')} act={act} onDone={onDone}>
      <VillageChoice from={CITY} value={to} onChoose={setTo} />
      <DayField label={t('act.move.on')} value={on} max={thisDay()} required onType={setOn} />
      <Reason value={reason} onType={setReason} />
    </ActForm>
  )
}

export function DeathForm({ person, onDone }: FormProps) {
  const { t } = useWords()
  const [on, setOn] = useState('')
  const [evidence, setEvidence] = useState('')
  const act = (clientId: string) => client.recordDeath({ params: { id: person.id }, body: { clientId, on, evidence } })
  return (
    <ActForm how={t('act.death.how')} said={t('request.done')} act={act} onDone={onDone}>
      <DayField label={t('act.death.on')} value={on} max={thisDay()} required onType={setOn} />
      <CodeChoice label={t('identity.evidence')} codes={deathEvidence} value={evidence} onChoose={setEvidence} />
    </ActForm>
  )
}

/** Which file is the other one: those that resemble this person. */
export function MergeFinder({ person }: FormProps) {
  const { t } = useWords()
  const body = { name: person.name, area: person.area, ...(person.birthDate && { birthDate: person.birthDate }) }
  const found = useQuery({
    queryKey: ['findCandidates', person.id],
    queryFn: () => client.findCandidates({ body }),
    gcTime: 60_000,
  })
  return (
    <Answer of={found}>
      {({ candidates }) => {
        const others = candidates.filter((each) => each.person.id !== person.id)
        return (
          <>
            <p className="soft">{t('identity.merge.find.how')}</p>
            {others.length === 0 && <p>{t('identity.merge.find.none')}</p>}
            <ul>
              {others.map((each) => (
                <li key={each.person.id} className="candidate">
                  <PersonBrief person={each.person} />
                  <LikenessMark likeness={each.likeness} />
                  <p className="pair-acts">
                    <Go to={paths.merge(person.id, each.person.id)}>{t('identity.compare')}</Go>
                  </p>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Answer>
  )
}

/** Taken back as a correction: what the death ended stands again. */
export function UndoDeathForm({ person, onDone }: FormProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const act = (clientId: string) => client.undoDeath({ params: { id: person.id }, body: { clientId, reason } })
  return (
    <ActForm how={t('act.death.how')} said={t('request.done')} act={act} onDone={onDone}>
      <Reason value={reason} onType={setReason} />
    </ActForm>
  )
}
