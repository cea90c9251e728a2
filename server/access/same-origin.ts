import { fail } from '#domain/base/fail.ts'

type Headers = Record<string, string | string[] | undefined>

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses an act that another site’s page makes a browser send. Browsers say where a request comes from (`Sec-Fetch-Site`,
 * at least `Origin` on every POST, PUT and DELETE); what sends neither is no browser and carries nobody’s cookies unasked.
 */
export function requireSameOrigin(method: string, headers: Headers): void {
  if (READS.has(method)) return
  const site = headers['sec-fetch-site']
  const { origin, host } = headers
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && hostOf(String(origin)) !== host)
  if (foreign) refuseForeign()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function refuseForeign(): never {
  fail(
    'access.request.foreign',
    {
      zh: '该请求来自其他网站，已拒绝。请从本系统页面操作',
      en: 'This came from another site and was refused: act from this system’s own pages',
    },
    { status: 403 },
  )
}
