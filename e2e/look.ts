import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { settled } from './browser.ts'

const CLAUSES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What the dark theme can break that the light one keeps: the same elements stand there in other colours. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
}

/** As a link of the console goes there: the console is not loaded again, and what was asked a moment ago is not asked again. */
export async function move(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await settled(page)
}

/** What breaks WCAG A or AA, with the first element that does; of a dark page its colours. */
export async function faults(page: Page): Promise<string[]> {
  await stood(page)
  const dark = await page.evaluate(() => document.documentElement.dataset.theme === 'dark')
  // No page of ours has frames: the legacy mode checks this page alone and opens none beside it.
  // Every violation is told to its last element; of the some thousand elements that pass, axe is asked for one a rule.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (dark ? axe.withRules(OF_COLOUR) : axe.withTags(CLAUSES)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

/** Colours stand: half-way from a disabled button to one that is not, a page has colours that nobody is meant to read. */
async function stood(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
    const late = new Promise((resolve) => setTimeout(resolve, 2000))
    await Promise.race([Promise.allSettled(moving.map((each) => each.finished)), late])
  })
}
