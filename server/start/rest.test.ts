import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collectAtRest } from './rest.ts'

const MB = 1_048_576
const heapMb = () => process.memoryUsage().heapTotal / MB

/** Some 100 MB of small things that nobody holds any more. */
function litter(): void {
  let held: object[] | undefined = Array.from({ length: 1_500_000 }, (_, n) => ({ n, next: n + 1 }))
  expect(held.length).toBe(1_500_000)
  held = undefined
}

test('what is no longer needed is given back once nothing is done, and not before anybody looks', async () => {
  litter()
  const large = heapMb()
  await pause(200)
  expect(heapMb()).toBeGreaterThan(large - 10)
  const end = collectAtRest(50)
  try {
    await expect.poll(heapMb, { timeout: 10_000 }).toBeLessThan(large - 40)
  } finally {
    end()
  }
}, 20_000)
