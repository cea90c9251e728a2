/**
 * The session's cookie. `__Host-` binds it to this host, the whole path and TLS; browsers accept that prefix over TLS only,
 * so on plain http, which the server offers on the loopback alone, the same cookie goes without prefix and without Secure.
 */
const NAME = 'ricebowl'
const SECURE_NAME = `__Host-${NAME}`

export function sessionToken(cookieHeader: string | undefined, secure: boolean): string | undefined {
  const wanted = secure ? SECURE_NAME : NAME
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === wanted) return pair.slice(at + 1).trim() || undefined
  }
  return undefined
}

/** Until the browser closes; the server ends it earlier. */
export const sessionCookie = (token: string, secure: boolean): string =>
  `${secure ? SECURE_NAME : NAME}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export const endedCookie = (secure: boolean): string => `${sessionCookie('', secure)}; Max-Age=0`
