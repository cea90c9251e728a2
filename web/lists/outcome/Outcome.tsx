import type { ReactNode } from 'react'
import type { Import } from '../import.ts'
import { isCompared } from '../import.ts'
import { Rows } from '../rows/Rows.tsx'
import { Findings } from './Findings.tsx'
import { HowRead } from './HowRead.tsx'
import { MovedFigures } from './MovedFigures.tsx'
import { NextStep } from './NextStep.tsx'
import { useOutcomeTab } from './outcome-tab.ts'

/** What became of the rows, or would: what to do now on top, what is asked of them, then the rows themselves. */
export function Outcome({ one, may, asks }: { one: Import; may: boolean; asks: ReactNode }) {
  const outcome = useOutcomeTab(one)
  return (
    <>
      <NextStep one={one} may={may} />
      {asks}
      {isCompared(one) && <Findings one={one} />}
      {one.reading.length > 0 && <HowRead one={one} />}
      {isCompared(one) && <Rows one={one} outcome={outcome} may={may} />}
      {one.state === 'applied' && <MovedFigures one={one} />}
    </>
  )
}
