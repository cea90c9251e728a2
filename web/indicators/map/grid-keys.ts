import type { KeyboardEvent } from 'react'

const steps: Record<string, [col: number, row: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** Arrow keys go to the nearest tile in that direction, across empty cells. */
export function moveOnGrid(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-col]')
  if (!step || !from) return
  const at = placeOf(from)
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-col]')]
  const ahead = tiles
    .map((tile) => ({ tile, ...placeOf(tile) }))
    .filter(({ col, row }) =>
      step[0] === 0 ? Math.sign(row - at.row) === step[1] : Math.sign(col - at.col) === step[0],
    )
    .sort((a, b) => distance(a, at, step) - distance(b, at, step))
  event.preventDefault()
  ahead[0]?.tile.querySelector('a')?.focus()
}

type Place = { col: number; row: number }
const placeOf = (tile: HTMLElement): Place => ({ col: Number(tile.dataset.col), row: Number(tile.dataset.row) })

/** Going aside costs more than going on. */
function distance(a: Place, from: Place, [col]: [number, number]): number {
  const [on, aside] = col !== 0 ? [a.col - from.col, a.row - from.row] : [a.row - from.row, a.col - from.col]
  return Math.abs(on) + 3 * Math.abs(aside)
}
