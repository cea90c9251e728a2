import type { ReactNode } from 'react'
import type { VacancyCheck } from '#domain/jobs/vacancy/vacancy.api.ts'
import type { CodeList } from '#domain/people/fact.ts'
import { CodeChoice } from '../../people/employment/CodeChoice.tsx'
import { useWords } from '../../words.ts'
import { CheckList } from '../CheckList.tsx'
import type { Draft } from './draft.ts'

/** What every part of the form works with. */
export type FormProps = {
  draft: Draft
  set: (change: Partial<Draft>) => void
  /** What stands against the form as it is, by the field it is about. */
  checks: readonly VacancyCheck[]
}
type TextKey = Exclude<keyof Draft, 'hazards' | 'demands'>
type FieldProps = FormProps & { name: TextKey; label: string }

/** A field with what is refused or unknown of it right below. */
export function Field({
  name,
  checks,
  whole = false,
  children,
}: Pick<FormProps, 'checks'> & { name: keyof Draft; whole?: boolean; children: ReactNode }) {
  const own = checks.filter(({ field }) => field === name)
  return (
    <div className={whole ? 'vacancy-field vacancy-whole' : 'vacancy-field'} data-field={name}>
      {children}
      <div aria-live="polite">
        <CheckList checks={own} />
      </div>
    </div>
  )
}

type Typed = {
  type?: 'text' | 'number' | 'date' | 'tel'
  required?: boolean
  most?: number
  min?: number
  max?: number
  how?: string
  step?: string
}

export function TextField({ draft, set, checks, name, label, ...typed }: FieldProps & Typed) {
  const { type = 'text', required = false, most, how, ...range } = typed
  return (
    <Field name={name} checks={checks}>
      <label className="labelled">
        <span>{label}</span>
        <input
          className="field"
          type={type}
          required={required}
          maxLength={most}
          placeholder={how}
          {...(type === 'number' && { inputMode: 'decimal' as const, ...range })}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      </label>
    </Field>
  )
}

export function CodeField({
  draft,
  set,
  checks,
  name,
  label,
  codes,
  none,
}: FieldProps & { codes: CodeList; none?: string }) {
  return (
    <Field name={name} checks={checks}>
      <CodeChoice
        label={label}
        codes={codes}
        value={draft[name]}
        {...(none !== undefined && { none })}
        onChoose={(code) => set({ [name]: code })}
      />
    </Field>
  )
}

type TickProps = FormProps & { name: 'hazards' | 'demands'; codes: CodeList; label: string }
/** Several of a closed list. */
export function Ticks({ draft, set, checks, name, codes, label }: TickProps) {
  const { say } = useWords()
  const ticked = draft[name]
  const toggle = (code: string) =>
    set({ [name]: ticked.includes(code) ? ticked.filter((each) => each !== code) : [...ticked, code] })
  return (
    <Field name={name} checks={checks} whole>
      <fieldset>
        <legend>{label}</legend>
        <div className="vacancy-ticks">
          {Object.entries(codes).map(([code, words]) => (
            <label key={code}>
              <input type="checkbox" checked={ticked.includes(code)} onChange={() => toggle(code)} />
              {say(words)}
            </label>
          ))}
        </div>
      </fieldset>
    </Field>
  )
}
