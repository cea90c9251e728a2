import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { client } from '../api.ts'
import { Problem } from '../ui/Problem.tsx'
import { useWords } from '../words.ts'

/** Recomputes every seal on the server and says what it found. */
export function VerifyAudit() {
  const { t } = useWords()
  const verify = useMutation({ mutationFn: () => client.verifyAudit({}) })
  const found = verify.data
  return (
    <div className="verify">
      <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('access.audit.verify')}
      </Button>
      {found && (
        <Alert
          showIcon
          type={found.intact ? 'success' : 'error'}
          role={found.intact ? 'status' : 'alert'}
          title={
            found.intact
              ? t('access.audit.intact', { batches: found.batches, lines: found.lines })
              : t('access.audit.broken', { line: found.firstBroken ?? '?' })
          }
        />
      )}
      {verify.isError && <Problem error={verify.error} />}
    </div>
  )
}
