import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { useSending } from '../identity/sending.ts'

type Props = {
  how: string
  said: string
  act: (clientId: string) => Promise<unknown>
  onDone: () => void
  children: ReactNode
}

/** A form that does one thing to a file: what it means above, the fields, a refusal beside the button. */
export function ActForm({ how, said, act, onDone, children }: Props) {
  const { t } = useWords()
  const sending = useSending()
  return (
    <form
      className="work-form"
      onSubmit={(event) => {
        event.preventDefault()
        sending.send(() => act(sending.clientId), said, onDone)
      }}
    >
      <p className="soft">{how}</p>
      {children}
      {sending.error !== undefined && <Problem error={sending.error} />}
      <Button type="primary" htmlType="submit" loading={sending.busy}>
        {t('act.submit')}
      </Button>
    </form>
  )
}
