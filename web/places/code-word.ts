import { useWords, type WordKey, zh } from '../words.ts'

const truth: Record<string, 'places.yes' | 'places.no'> = { true: 'places.yes', false: 'places.no' }

/** The word of a code a site carries; what is no code is shown as it stands. */
export function useCodeWord(): (kind: 'siteLevel' | 'grade' | 'role' | 'value', code: string) => string {
  const { t } = useWords()
  return (kind, code) => {
    const yesOrNo = kind === 'value' ? truth[code] : undefined
    if (yesOrNo) return t(yesOrNo)
    const key = `places.${kind}.${code}`
    return key in zh ? t(key as Extract<WordKey, `places.role.${string}`>) : code
  }
}
