import { fail } from '#domain/base/fail.ts'

/** DATABASE_URL in the one shape whose login and database can be replaced: a socket folder stands as the host, escaped. */
export function networkUrl(text: string): string {
  try {
    // `postgres://user@/name?host=/folder` is legal for PostgreSQL and not for URL.
    const url = new URL(text.replace(/^(postgres(?:ql)?:\/\/[^/?#]*@?)\//, (whole, start) => withHost(whole, start)))
    const host = url.searchParams.get('host')
    if (host) {
      url.hostname = encodeURIComponent(host)
      url.searchParams.delete('host')
    }
    if (!/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) throw new Error('not a database')
    return url.href
  } catch {
    return fail('database.url.malformed', {
      zh: 'DATABASE_URL 不是 PostgreSQL 地址。格式:postgres://用户:口令@主机:5432/库名',
      en: 'DATABASE_URL is not the address of a PostgreSQL database. Its form: postgres://user:password@host:5432/name',
    })
  }
}

const withHost = (whole: string, start: string) => (/(@|\/\/)$/.test(start) ? `${start}localhost/` : whole)
