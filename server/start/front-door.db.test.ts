import { afterEach, expect, test } from 'vitest'
import { freePort } from '../../test/processes.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor | undefined
afterEach(() => door?.close())

async function open() {
  const port = await freePort()
  door = await openFrontDoor(port)
  const get = (path: string, accept = '*/*') => fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept } })
  return { door, port, get }
}

test('before the console can be used: a page that asks again, JSON for others, and /healthz says how far', async () => {
  const { door, get } = await open()
  const page = await get('/people', 'text/html')
  expect([page.status, page.headers.get('cache-control')]).toEqual([503, 'no-store'])
  expect(await page.text()).toMatch(/http-equiv="refresh"[\s\S]*正在启动数据库/)
  door.say('seed')
  expect(await (await get('/api/people')).json()).toMatchObject({
    phase: 'seed',
    error: { code: 'server.start.underway' },
  })
  const health = await get('/healthz', 'text/html')
  expect([health.status, await health.json()]).toMatchObject([503, { phase: 'seed' }])
})

test('once open, the application answers, and /healthz is 200', async () => {
  const { door, get } = await open()
  door.open((request, response) => response.end(`app ${request.url}`))
  expect(await (await get('/people')).text()).toBe('app /people')
  expect((await get('/healthz')).status).toBe(200)
})

test('a stop lets a request end, and takes no other', async () => {
  const { door, get } = await open()
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  door.open((_, response) => {
    arrive()
    void until.then(() => response.end('done'))
  })
  const slow = get('/slow')
  await arrived
  const closing = door.close()
  await expect(get('/late')).rejects.toThrow()
  letGo()
  expect(await (await slow).text()).toBe('done')
  await closing
})

test('a port in use is refused with the setting that changes it', async () => {
  const { port } = await open()
  await expect(openFrontDoor(port)).rejects.toMatchObject({
    code: 'server.port.taken',
    where: { port, setting: 'RICEBOWL_PORT' },
  })
})
