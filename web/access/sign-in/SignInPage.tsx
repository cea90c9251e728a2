import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { ApiError, ask } from '../../api.ts'
import bowl from '../../console/bowl.svg'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { Preferences } from '../../ui/page/Preferences.tsx'
import { useWords } from '../../words.ts'
import { DemoSignIns } from './DemoSignIns.tsx'
import { useSession } from './session.ts'

type Fields = { signIn: string; password: string; code: string }

export function SignInPage() {
  const { t } = useWords()
  const [fields, setFields] = useState<Fields>({ signIn: '', password: '', code: '' })
  const demo = useQuery(ask.listDemoSignIns({}))
  useEffect(() => {
    document.title = `${t('access.signIn')} · ${t('ui.product')}`
  })
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <img src={bowl} alt="" width="44" height="44" />
        <h1>
          {t('ui.product')}
          <small className="sign-in-tagline">{t('ui.tagline')}</small>
        </h1>
        <div className="sign-in-preferences">
          <Preferences />
        </div>
      </div>
      <p className="sign-in-lede">
        {t('access.lede')}
        <span>{t('access.lede.more')}</span>
      </p>
      <div className="sign-in-columns">
        <SignInForm fields={fields} setFields={setFields} />
        {demo.data && demo.data.signIns.length > 0 && (
          <DemoSignIns
            demo={demo.data}
            onPick={(signIn, password) => setFields({ signIn, password, code: '' })}
            picked={fields.signIn}
          />
        )}
      </div>
    </main>
  )
}

function SignInForm({ fields, setFields }: { fields: Fields; setFields: (fields: Fields) => void }) {
  const { t } = useWords()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const needsCode = error instanceof ApiError && error.code.includes('code')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { code, ...rest } = fields
    await session.signIn(code ? { ...rest, code } : rest).catch(setError)
    setBusy(false)
  }
  const change = (name: keyof Fields) => (value: string) => setFields({ ...fields, [name]: value })
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
      <Labelled name="username" label={t('access.signIn.name')} value={fields.signIn} onType={change('signIn')} />
      <Labelled
        name="current-password"
        type="password"
        label={t('access.signIn.password')}
        value={fields.password}
        onType={change('password')}
      />
      {(needsCode || fields.code) && (
        <Labelled name="one-time-code" label={t('access.signIn.code')} value={fields.code} onType={change('code')} />
      )}
      {error !== undefined && <Problem error={error} />}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={busy}
        disabled={!fields.signIn || !fields.password}
      >
        {t('access.signIn')}
      </Button>
    </form>
  )
}
