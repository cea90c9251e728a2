import type { ReactNode } from 'react'
import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import type { Outcome } from '../import.ts'

export const ROWS = 'import-rows'

/** A number that opens its rows, further down the page. */
export function ToRows({ of, children }: { of: Outcome; children: ReactNode }) {
  return (
    <Go
      to={changed({ part: of, predicate: undefined, after: undefined })}
      onClick={() => document.getElementById(ROWS)?.scrollIntoView({ block: 'start' })}
    >
      {children}
    </Go>
  )
}
