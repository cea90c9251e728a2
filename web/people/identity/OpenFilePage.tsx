import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { evidence, sex } from '#domain/people/codes.ts'
import { levelOf } from '#domain/places/area.ts'
import { useMe } from '../../access/sign-in/session.ts'
import { client } from '../../api.ts'
import { paths, type Search } from '../../paths.ts'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { go, withView } from '../../ui/router.ts'
import { CITY, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'
import { CodeChoice } from '../employment/CodeChoice.tsx'
import { DayField } from '../employment/RecordEmployment.tsx'
import { thisDay } from '../employment/work-day.ts'
import { type Home, HouseholdChoice, noHome } from '../request/HouseholdChoice.tsx'
import { LikenessMark } from './LikenessMark.tsx'
import { PersonBrief } from './PersonBrief.tsx'
import { Reason } from './Reason.tsx'
import { useSending } from './sending.ts'
import { TextField } from './TextField.tsx'
import { VillageChoice } from './VillageChoice.tsx'
import '../employment/employment.css'
import './identity.css'

type Found = Reply<Api['findCandidates']>
type Draft = {
  name: string
  identity: string
  birthDate: string
  sex: string
  phone: string
  evidence: string
  area?: number
  home: Home
}
const blank: Draft = { name: '', identity: '', birthDate: '', sex: '', phone: '', evidence: '', home: noHome }

/** 新建档案: what is known is typed, possible duplicates are looked at, and only then can the file be opened. */
export function OpenFilePage() {
  const { t } = useWords()
  const me = useMe().data
  const { search } = useView()
  const [draft, setDraft] = useState(() => ({ ...blank, ...placeOf(search) }))
  const [found, setFound] = useState<Found>()
  const looking = useSending()
  const set = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change })
    setFound(undefined)
  }
  const area = draft.area ?? (me?.post.role === 'village' ? (me.post.area ?? undefined) : undefined)
  const look = () =>
    looking.send(() => client.findCandidates({ body: bodyOf(draft, area) }), t('identity.open.look'), setFound)
  return (
    <PageShell title={t('identity.open')} lede={t('identity.open.lede')}>
      <section className="panel">
        <form
          className="work-form identity-form"
          onSubmit={(event) => {
            event.preventDefault()
            look()
          }}
        >
          <TextField
            label={t('identity.name')}
            value={draft.name}
            required
            most={60}
            onType={(name) => set({ name })}
          />
          <TextField
            label={t('identity.number')}
            hint={t('identity.number.none')}
            value={draft.identity}
            most={40}
            onType={(identity) => set({ identity })}
          />
          {draft.identity.trim() === '' && (
            <>
              <DayField
                label={t('identity.birth')}
                value={draft.birthDate}
                min="1850-01-01"
                max={thisDay()}
                onType={(birthDate) => set({ birthDate })}
              />
              <CodeChoice
                label={t('identity.sex')}
                codes={sex}
                value={draft.sex}
                none={t('file.none')}
                onChoose={(code) => set({ sex: code })}
              />
            </>
          )}
          <TextField label={t('identity.phone')} value={draft.phone} most={30} onType={(phone) => set({ phone })} />
          {me && (
            <VillageChoice
              from={me.post.area ?? CITY}
              value={area}
              onChoose={(village) => set(village === undefined ? {} : { area: village, home: noHome })}
            />
          )}
          {area !== undefined && levelOf(area) === 4 && (
            <HouseholdChoice key={area} village={area} value={draft.home} onChoose={(home) => set({ home })} optional />
          )}
          <CodeChoice
            label={t('identity.evidence')}
            codes={evidence}
            value={draft.evidence}
            onChoose={(code) => set({ evidence: code })}
          />
          {looking.error !== undefined && <Problem error={looking.error} />}
          <Button type={found ? 'default' : 'primary'} htmlType="submit" loading={looking.busy}>
            {t('identity.open.look')}
          </Button>
        </form>
      </section>
      {found && area !== undefined && <Look found={found} draft={draft} area={area} />}
    </PageShell>
  )
}

function Look({ found, draft, area }: { found: Found; draft: Draft; area: number }) {
  const { t, say } = useWords()
  const [reasons, setReasons] = useState<Record<number, string>>({})
  const sending = useSending()
  const { candidates, identity } = found
  const ready = candidates.every(({ person }) => (reasons[person.id] ?? '').trim().length >= 4)
  const open = () =>
    client.openFile({
      body: {
        ...bodyOf(draft, area),
        ...(draft.home.household !== undefined && { relation: draft.home.relation }),
        ...{ clientId: sending.clientId, area, evidence: draft.evidence },
        different: candidates.map(({ person }) => ({ person: person.id, reason: reasons[person.id] ?? '' })),
      },
    })
  return (
    <section className="panel candidates" aria-live="polite">
      {identity && (
        <p>{t('identity.open.born', { day: identity.birthDate, sex: say(codedWords(sex, identity.sex)) })}</p>
      )}
      {identity?.suspect && <p className="unknown">{t('identity.open.suspect')}</p>}
      <p>
        <b>{candidates.length === 0 ? t('identity.open.none') : t('identity.open.some', { n: candidates.length })}</b>
      </p>
      <ul>
        {candidates.map(({ person, likeness }) => (
          <li key={person.id} className="candidate">
            <PersonBrief person={person} />
            <LikenessMark likeness={likeness} />
            <Reason
              label={t('identity.different')}
              value={reasons[person.id] ?? ''}
              onType={(reason) => setReasons({ ...reasons, [person.id]: reason })}
            />
          </li>
        ))}
      </ul>
      {sending.error !== undefined && <Problem error={sending.error} />}
      <Button
        type="primary"
        disabled={!ready}
        loading={sending.busy}
        onClick={() => sending.send(open, t('identity.open.done'), ({ person }) => go(withView(paths.file(person))))}
      >
        {t('identity.open.go')}
      </Button>
    </section>
  )
}

/** What is typed, as it is sent: an empty field is left out. */
function bodyOf(draft: Draft, area: number | undefined) {
  const known = draft.identity.trim() !== ''
  return {
    name: draft.name.trim(),
    ...(known && { identity: draft.identity.trim() }),
    ...(!known && draft.birthDate && { birthDate: draft.birthDate }),
    ...(!known && draft.sex && { sex: draft.sex as 'male' | 'female' }),
    ...(draft.phone.trim() && { phone: draft.phone.trim() }),
    ...(area !== undefined && { area }),
    ...(draft.home.household !== undefined && { household: draft.home.household }),
  }
}

/** Come from a household: its village and itself are chosen already. */
function placeOf({ village, household }: Search): Partial<Draft> {
  if (village === undefined || household === undefined) return {}
  return { area: village, home: { ...noHome, household } }
}
