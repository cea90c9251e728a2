import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import type { useCommand } from '../../needs/command.ts'
import { Problem } from '../../ui/Problem.tsx'

type TextProps = {
  label: string
  value: string
  type?: 'text' | 'number' | 'search'
  required?: boolean
  most?: number
  min?: number
  max?: number
  onType: (value: string) => void
}

/** A field with its label above; nothing of it is kept by the browser. */
export function TextIn({ label, value, type = 'text', required = false, most = 60, min, max, onType }: TextProps) {
  return (
    <label className="labelled">
      <span>{label}</span>
      <input
        className="field"
        type={type}
        autoComplete="off"
        required={required}
        value={value}
        {...(type === 'number' ? { inputMode: 'decimal' as const, min, max, step: 'any' } : { maxLength: most })}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}

type FormProps = {
  label: string
  command: ReturnType<typeof useCommand>
  send: (clientId: string) => Promise<unknown>
  idle?: boolean
  children: ReactNode
}

/** Fields, the button that sends them once, and what was refused. */
export function CommandForm({ label, command, send, idle = false, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.save(send)
  }
  return (
    <form className="corridor-form" aria-label={label} onSubmit={submit}>
      {children}
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy} disabled={idle}>
        {label}
      </Button>
    </form>
  )
}

/** Yuan as typed, in fen. */
export const fenOf = (yuan: string): number => Math.round(Number(yuan) * 100)
/** A whole number as typed. */
export const wholeOf = (text: string): number => Math.round(Number(text))
