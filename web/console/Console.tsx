import { App, ConfigProvider } from 'antd'
import { Suspense, useEffect } from 'react'
import { PasswordPage } from '../access/sign-in/PasswordPage.tsx'
import { SignInPage } from '../access/sign-in/SignInPage.tsx'
import { type Me, useMe } from '../access/sign-in/session.ts'
import { ApiError } from '../api.ts'
import { paths, type To } from '../paths.ts'
import { Answer } from '../ui/Answer.tsx'
import { antdLocale } from '../ui/page/antd-locale.ts'
import { ErrorBoundary } from '../ui/page/ErrorBoundary.tsx'
import { go, matchOf, useAddress } from '../ui/router.ts'
import { useLanguage } from '../ui/text/language.ts'
import { antdTokens, useScheme } from '../ui/theme/theme.ts'
import { Frame } from './Frame.tsx'
import { NotAllowed, NotFound } from './NoPage.tsx'
import { homeOf } from './nav.ts'
import { routes } from './routes.ts'
import { Waiting } from './Waiting.tsx'

/** The whole console: sign-in, or the frame around the page of the address. */
export function Console() {
  const scheme = useScheme()
  const language = useLanguage()
  const path = useAddress().split('?')[0] ?? '/'
  return (
    <ConfigProvider theme={antdTokens(scheme)} locale={antdLocale[language]} button={{ autoInsertSpace: false }}>
      <App component={false}>{path === '/sign-in' ? <SignInPage /> : <SignedIn path={path} />}</App>
    </ConfigProvider>
  )
}

function SignedIn({ path }: { path: string }) {
  const me = useMe()
  const nobody = me.error instanceof ApiError && me.error.status === 401
  useEffect(() => {
    if (nobody) go(paths.signIn(window.location.pathname + window.location.search), { replace: true })
  }, [nobody])
  if (nobody || me.isPending) return <Waiting />
  return (
    <Answer of={me}>
      {(who) => <Frame me={who}>{who.passwordDue ? <PasswordPage /> : <Page path={path} me={who} />}</Frame>}
    </Answer>
  )
}

/** An administrator has no overview; their start is their duty. */
function Redirect({ to }: { to: To }) {
  useEffect(() => go(to, { replace: true }))
  return <Waiting />
}

function Page({ path, me }: { path: string; me: Me }) {
  const found = matchOf(routes, path)
  if (!found) return <NotFound />
  const { page: Body, needs } = found.route
  if (needs && !me.can.includes(needs)) {
    const home = homeOf(me)
    return path === '/' && home.path !== '/' ? <Redirect to={home} /> : <NotAllowed permission={needs} />
  }
  return (
    <ErrorBoundary at={path}>
      <Suspense fallback={<Waiting />}>
        <Body key={path} params={found.params} />
      </Suspense>
    </ErrorBoundary>
  )
}
