import { Button } from 'antd'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'
import { useFocus } from '../steps/use-import.ts'

type Props = { one: Import; work: NonNullable<Import['left']> }

/** Goes on with what was stopped or failed, where it was. */
export function ResumeButton({ one, work }: Props) {
  const { t } = useWords()
  const { clientId, busy, error, send } = useSending()
  const first = useFocus<HTMLButtonElement>()
  const resume = () =>
    send(() => client.resumeImport({ params: { id: one.id }, body: { clientId } }), t('import.resumed'))
  return (
    <>
      <Button type="primary" ref={first} loading={busy} onClick={resume}>
        {t(`import.resume.${work}`)}
      </Button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
