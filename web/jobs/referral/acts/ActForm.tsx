import { Button } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Step } from '#domain/jobs/referral/referral.api.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { firstDay } from '../../../people/employment/work-day.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Referral } from '../ReferralPage.tsx'
import { STALE } from '../stale.ts'

type Command = ReturnType<typeof useCommand>
type Props = { command: Command; label: string; save?: string; idle?: boolean; onSend: () => void; children: ReactNode }

/** One act: its fields in a row, saved once, its refusal beside it. */
export function ActForm({ command, label, save, idle = false, onSend, children }: Props) {
  const { t } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className="referral-form no-print" aria-label={label} onSubmit={submit}>
      {children}
      <Button type="primary" htmlType="submit" loading={command.busy} disabled={idle}>
        {save ?? t('referral.act.save')}
      </Button>
      {command.error !== undefined && <Problem error={command.error} />}
    </form>
  )
}

/** A step of the referral, sent once in the version that is on the screen. */
export function useStep({ id, knownFrom }: Referral, onDone: () => void = () => {}) {
  const { t } = useWords()
  const command = useCommand(t('referral.done'), onDone, STALE)
  const send = (step: Step) =>
    command.save((clientId) => client.stepReferral({ params: { id }, body: { clientId, knownFrom, step } }))
  return { command, send }
}

/** The day the screens open with, unless what it is about only came after it. */
export function useDay(least: string) {
  const { on } = useView()
  return useState(firstDay(on, least))
}
