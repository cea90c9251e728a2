import type { KeyboardEvent } from 'react'

const LINE = '[data-person]'
const FIRST = '.round-same, .round-line button'

/** From the buttons of a line: 2 to 6 press the button that carries the key, ↑ and ↓ go to the next person. Never while somebody types. */
export function pressOnLine(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target as HTMLElement
  if (from.closest('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return
  const line = from.closest<HTMLElement>(LINE)
  if (!line) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    focusOn(beside(line, event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'))
    return
  }
  const button = /^[1-6]$/.test(event.key) ? line.querySelector<HTMLElement>(`[data-key="${event.key}"]`) : null
  if (!button) return
  event.preventDefault()
  button.click()
}

/** The next person who is still to be asked about, after the one that was answered. */
export function focusAfter(person: number): void {
  let next = document.querySelector(`[data-person="${person}"]`)?.nextElementSibling
  while (next && !next.querySelector('.round-same')) next = next.nextElementSibling
  focusOn(next ?? null)
}

function beside(line: Element, way: 'nextElementSibling' | 'previousElementSibling'): Element | null {
  let next = line[way]
  while (next && !next.querySelector(FIRST)) next = next[way]
  return next
}
const focusOn = (line: Element | null) =>
  (line?.querySelector<HTMLElement>('.round-same') ?? line?.querySelector<HTMLElement>('button'))?.focus()
