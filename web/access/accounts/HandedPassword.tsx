import { Alert } from 'antd'
import { useWords } from '../../words.ts'

/** A first password, shown once; to be read out or copied by hand. */
export function HandedPassword({ name, password }: { name: string; password: string }) {
  const { t } = useWords()
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('access.handed', { name })}
      description={
        <>
          <p>
            <code className="secret">{password}</code>
          </p>
          <p>{t('access.handed.how')}</p>
        </>
      }
    />
  )
}
