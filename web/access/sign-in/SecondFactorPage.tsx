import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { client } from '../../api.ts'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useWords } from '../../words.ts'

/** Binds an authenticator: the password, the secret, a code of it. Nothing counts before the code came back right. */
export function SecondFactorPage() {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const enrol = useMutation({ mutationFn: () => client.enrolSecondFactor({ body: { password } }) })
  const secret = enrol.data
  const confirm = useMutation({
    mutationFn: () => client.confirmSecondFactor({ body: { sealed: secret?.sealed ?? '', code } }),
  })
  return (
    <PageShell title={t('access.secondFactor')} lede={t('access.secondFactor.lede')}>
      <section className="panel steps">
        {confirm.isSuccess && <Alert type="success" showIcon role="status" title={t('access.secondFactor.done')} />}
        {!secret && (
          <form onSubmit={submitting(() => enrol.mutate())}>
            <Labelled
              name="current-password"
              type="password"
              label={t('access.secondFactor.step1')}
              value={password}
              onType={setPassword}
            />
            <Button type="primary" htmlType="submit" loading={enrol.isPending} disabled={!password}>
              {t('access.secondFactor.begin')}
            </Button>
          </form>
        )}
        {enrol.isError && <Problem error={enrol.error} />}
        {secret && !confirm.isSuccess && (
          <>
            <Secret uri={secret.uri} />
            <form onSubmit={submitting(() => confirm.mutate())}>
              <Labelled name="one-time-code" label={t('access.secondFactor.step3')} value={code} onType={setCode} />
              <Button type="primary" htmlType="submit" loading={confirm.isPending} disabled={!/^\d{6}$/.test(code)}>
                {t('access.secondFactor.confirm')}
              </Button>
            </form>
            {confirm.isError && <Problem error={confirm.error} />}
          </>
        )}
      </section>
    </PageShell>
  )
}

function Secret({ uri }: { uri: string }) {
  const { t } = useWords()
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <div>
      <h2>{t('access.secondFactor.step2')}</h2>
      <p className="soft">{t('access.secondFactor.step2.how')}</p>
      <p>
        <code className="secret">{key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <a href={uri}>{t('access.secondFactor.open')}</a>
    </div>
  )
}

const submitting = (run: () => void) => (event: FormEvent) => {
  event.preventDefault()
  run()
}
