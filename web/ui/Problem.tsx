import { Alert, Button } from 'antd'
import { ApiError } from '../api.ts'
import { useWords } from '../words.ts'

type Props = { error: unknown; onRetry?: () => void }

/** The one way an error is shown: what is wrong, how to mend it, the code to quote. */
export function Problem({ error, onRetry }: Props) {
  const { t, say } = useWords()
  const known = error instanceof ApiError
  const words = known ? say(error.words) : t('ui.crashed.how')
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words}
      description={known ? <code className="code-quote">{t('ui.problem.code', { code: error.code })}</code> : undefined}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        )
      }
    />
  )
}
