import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { useWords } from '../../words.ts'

type Props = {
  demo: Reply<Api['listDemoSignIns']>
  picked: string
  onPick: (signIn: string, password: string) => void
}

/** Accounts of the demonstration city; elsewhere the server names none and nothing is shown. */
export function DemoSignIns({ demo, picked, onPick }: Props) {
  const { t } = useWords()
  return (
    <section className="demo-sign-ins" aria-labelledby="demo-sign-ins">
      <h2 id="demo-sign-ins">{t('access.demo')}</h2>
      <p>
        {t('access.demo.how')}
        {demo.password && <code>{t('access.demo.password', { password: demo.password })}</code>}
      </p>
      <ul>
        {demo.signIns.map((one) => (
          <li key={one.signIn}>
            <button
              type="button"
              aria-pressed={one.signIn === picked}
              onClick={() => onPick(one.signIn, demo.password ?? '')}
            >
              <b>{one.signIn}</b>
              <span>{one.title}</span>
              <small>{one.name}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
