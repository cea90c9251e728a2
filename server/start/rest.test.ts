import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** In a process of its own, which nobody else litters: some 100 MB of small things that nobody holds any more, before anybody looks and after. */
const LITTERED = `
  import { setTimeout as pause } from 'node:timers/promises'
  import { collectAtRest } from ${JSON.stringify(new URL('./rest.ts', import.meta.url).href)}
  const heapMb = () => process.memoryUsage().heapTotal / 1_048_576
  const litter = () => Array.from({ length: 1_500_000 }, (_, n) => ({ n, next: n + 1 })).length
  litter()
  const large = heapMb()
  await pause(200)
  const unlooked = heapMb()
  const end = collectAtRest(50)
  for (let waited = 0; heapMb() >= large - 40 && waited < 15_000; waited += 20) await pause(20)
  end()
  console.log(JSON.stringify({ large, unlooked, looked: heapMb() }))
`

test('what is no longer needed is given back once nothing is done, and not before anybody looks', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', LITTERED])
  const { large, unlooked, looked } = JSON.parse(stdout) as Record<'large' | 'unlooked' | 'looked', number>
  expect(unlooked).toBeGreaterThan(large - 10)
  expect(looked).toBeLessThan(large - 40)
})
