import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Phase, phaseWords } from './phase.ts'

/** What is answered while the console cannot be used: a page that asks again by itself, or JSON to whoever wants no page. */
export function answerWaiting(request: IncomingMessage, response: ServerResponse, phase: Phase): void {
  const page = request.headers.accept?.includes('text/html') && request.url !== '/healthz'
  response.writeHead(503, {
    'Content-Type': page ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    'Retry-After': '1',
  })
  response.end(
    page
      ? waitingPage(phase)
      : JSON.stringify({ phase, error: { code: 'server.start.underway', ...phaseWords[phase] } }),
  )
}

const waitingPage = (phase: Phase) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="1">
<title>饭碗 Ricebowl</title>
<style>
  body { font: 1.1rem/1.6 system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; text-align: center }
</style>
<main role="status">
  <h1>饭碗</h1>
  <p>${phaseWords[phase].zh}…<br><span lang="en">${phaseWords[phase].en}…</span></p>
</main>
`
