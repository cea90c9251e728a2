import type { KeyboardEvent } from 'react'

const steps: Record<string, [row: number, cell: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
const reachable = 'a[href], button:not([disabled])'

/** Up and down go to the same link of the next row, left and right along the row; Tab stays as it was. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const from = event.target as HTMLElement
  const row = from.closest('tr')
  if (!step || !row || !from.matches(reachable)) return
  const links = [...row.querySelectorAll<HTMLElement>(reachable)]
  const at = links.indexOf(from)
  const target = step[0] === 0 ? links[at + step[1]] : inRow(rowBeside(row, step[0]), at)
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** The next row that has something to reach. */
function rowBeside(row: Element, step: number): Element | null {
  let next = step > 0 ? row.nextElementSibling : row.previousElementSibling
  while (next && !next.querySelector(reachable)) next = step > 0 ? next.nextElementSibling : next.previousElementSibling
  return next
}
function inRow(row: Element | null, at: number): HTMLElement | undefined {
  const links = [...(row?.querySelectorAll<HTMLElement>(reachable) ?? [])]
  return links[Math.min(at, links.length - 1)]
}
