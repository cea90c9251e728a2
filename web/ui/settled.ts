import { useEffect, useState } from 'react'

const QUIET_MS = 250

/** A value once it has stood still for a moment: every letter typed is no question. */
export function useSettled<T>(value: T, quietMs = QUIET_MS): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs)
    return () => clearTimeout(timer)
  }, [value, quietMs])
  return settled
}
