import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import type { SubmittedFacts } from '#domain/jobs/employer/employer.api.ts'
import { wageForm } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { provinces } from '#domain/places/provinces.ts'
import { ask, client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { yesOrNo } from '../../people/employment/yes-or-no.ts'
import { Problem } from '../../ui/Problem.tsx'
import { CITY } from '../../view.ts'
import { useWords } from '../../words.ts'
import { type Draft, draftOf, factsOf, isWhole } from '../form/draft.ts'
import { CodeField, Field, type FormProps, TextField } from '../form/form-fields.tsx'
import { OccupationField } from '../form/OccupationField.tsx'

type Own = Reply<Api['getEmployer']>

/** A vacancy in a dozen fields. What the law forbids is refused with its clause; the county looks at it before anybody sees it. */
export function SubmitForm({ own, onDone }: { own: Own; onDone: () => void }) {
  const { t } = useWords()
  const { data: me } = useQuery(ask.getMe({}))
  const first = { kind: 'employer', employer: own.name, wageForm: 'month', place: own.places[0]?.code } as const
  const [draft, setDraft] = useState(() => draftOf(first as never))
  const [tried, setTried] = useState(false)
  const command = useCommand(t('jobs.employer.sent'), onDone, ['getEmployer'])
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const facts = { ...factsOf(draft), from: me?.defaults.on ?? '2000-01-01' }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isWhole(facts)) command.save((clientId) => client.submitVacancy({ body: { clientId, facts: statedBy(facts) } }))
  }
  const form: FormProps = { draft, set, checks: [] }
  const none = t('jobs.vacancy.notStated')
  return (
    <form className="panel vacancy-part employer-form" onSubmit={submit} aria-labelledby="new-vacancy">
      <h2 id="new-vacancy">{t('jobs.employer.new')}</h2>
      <TextField
        {...form}
        name="title"
        label={t('jobs.vacancy.title')}
        how={t('jobs.vacancy.title.how')}
        most={60}
        required
      />
      <OccupationField {...form} />
      <Place {...form} own={own} />
      <TextField
        {...form}
        name="openings"
        label={t('jobs.vacancy.openings')}
        type="number"
        min={1}
        max={100_000}
        required
      />
      <CodeField {...form} name="wageForm" label={t('jobs.vacancy.wageForm')} codes={wageForm} />
      <TextField {...form} name="wageLowFen" label={t('jobs.vacancy.low')} type="number" min={0} step="0.01" />
      <TextField {...form} name="wageHighFen" label={t('jobs.vacancy.high')} type="number" min={0} step="0.01" />
      <TextField {...form} name="hours" label={t('jobs.vacancy.hours')} most={120} />
      <CodeField {...form} name="board" label={t('jobs.vacancy.board')} codes={yesOrNo} none={none} />
      <CodeField {...form} name="lodging" label={t('jobs.vacancy.lodging')} codes={yesOrNo} none={none} />
      <TextField {...form} name="contact" label={t('jobs.vacancy.contact')} most={40} />
      <TextField {...form} name="detail" label={t('jobs.vacancy.detail')} most={1000} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={command.busy}>
          {t('jobs.employer.send')}
        </Button>
        <Button onClick={onDone}>{t('jobs.employer.cancel')}</Button>
        <span role="status">{tried && !isWhole(facts) && t('jobs.vacancy.choose')}</span>
      </div>
      {command.error !== undefined && <Problem error={command.error} />}
    </form>
  )
}

/** Who offers it, and since when, follows from the account and the day. */
function statedBy({ kind: _k, employer: _e, from: _f, ...stated }: ReturnType<typeof factsOf>): SubmittedFacts {
  return stated as SubmittedFacts
}

function Place({ draft, set, checks, own }: FormProps & { own: Own }) {
  const { t, say } = useWords()
  return (
    <Field name="place" checks={checks}>
      <label className="labelled">
        <span>{t('jobs.vacancy.place')}</span>
        <select className="field" value={draft.place} onChange={(event) => set({ place: event.target.value })}>
          {own.places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
          {[...provinces].map(([code, name]) =>
            code === CITY ? null : (
              <option key={code} value={code}>
                {say(name)}
              </option>
            ),
          )}
        </select>
      </label>
    </Field>
  )
}
