import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import type { VacancyCheck, VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { ask } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useSettled } from '../../ui/settled.ts'
import { useWords } from '../../words.ts'
import { STALE } from '../page/VacancyActs.tsx'
import { type Draft, draftOf, factsOf, isWhole } from './draft.ts'
import { ContactPart, JobPart, NeedsPart, PayPart, PlacePart } from './form-parts.tsx'
import '../jobs.css'

type Props = {
  facts: Partial<VacancyFacts>
  /** The name of the occupation that was chosen before. */
  occupationName?: string
  phoneMask?: string | null
  send: (clientId: string, facts: VacancyFacts) => Promise<{ id: number }>
  onSaved: (id: number) => void
}

const LATER_MS = 400

/** Everything a vacancy says; what the law forbids is told beside its field while it is typed. */
export function VacancyForm({ facts: first, occupationName, phoneMask = null, send, onSaved }: Props) {
  const { t } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(first))
  const [tried, setTried] = useState(false)
  const facts = factsOf(draft)
  const { checks: all, current } = useChecks(facts)
  const checks = tried ? all : all.filter((check) => isFilled(draft, check))
  const refused = checks.filter(({ outcome }) => outcome === 'refused')
  const command = useCommand(t('jobs.vacancy.saved'), () => {}, STALE)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    // What was asked of an earlier text holds nobody up: the server has the last word.
    const standing = current ? all.filter(({ outcome }) => outcome === 'refused') : []
    if (standing.length > 0 || !isWhole(facts)) return lead(form.current, standing[0]?.field ?? 'occupation')
    command.save((clientId) => send(clientId, facts).then(({ id }) => onSaved(id)))
  }
  const part = { draft, set, checks }
  return (
    <form ref={form} className="vacancy-form" onSubmit={submit}>
      <JobPart {...part} occupationName={occupationName} />
      <PlacePart {...part} />
      <PayPart {...part} />
      <NeedsPart {...part} />
      <ContactPart {...part} phoneMask={phoneMask} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={command.busy}>
          {t('jobs.vacancy.save')}
        </Button>
        <span role="status">
          {refused.length > 0 && t('jobs.vacancy.refusals', { n: refused.length })}
          {refused.length === 0 && tried && !isWhole(facts) && t('jobs.vacancy.choose')}
        </span>
      </div>
      {command.error !== undefined && <Problem error={command.error} />}
    </form>
  )
}

/** A field that nobody has come to yet is not complained of. */
function isFilled(draft: Draft, { field }: VacancyCheck): boolean {
  if (field === null) return true
  const value = (draft as Record<string, string | string[]>)[field]
  return value !== undefined && value.length > 0
}

/** What stands against the form, asked a moment after the typing stops; `current` once the answer is of what is typed now. */
function useChecks(facts: Partial<VacancyFacts>): { checks: VacancyCheck[]; current: boolean } {
  const typed = JSON.stringify(facts)
  const asked = useSettled(typed, LATER_MS)
  const { data, isPlaceholderData } = useQuery({
    ...ask.checkVacancy({ body: JSON.parse(asked) as Partial<VacancyFacts> }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return { checks: data?.checks ?? [], current: asked === typed && !isPlaceholderData }
}

/** Leads to the field that is to be mended. */
function lead(form: HTMLFormElement | null, field: string): void {
  const place = form?.querySelector(`[data-field="${field}"]`)
  place?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  place?.scrollIntoView({ block: 'center' })
}
