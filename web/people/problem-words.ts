import { ApiError } from '../api.ts'
import { useWords } from '../words.ts'

/** What a refusal says, in the reader's words; for messages that pass. */
export function useProblemWords(): (error: unknown) => string {
  const { t, say } = useWords()
  return (error) => (error instanceof ApiError ? say(error.words) : t('ui.crashed.how'))
}
