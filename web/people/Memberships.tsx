import { membershipKind } from '#domain/people/codes.ts'
import { useWords } from '../words.ts'
import { codedWords } from './coded-words.ts'

/** Kinds of membership in force, by their words. */
export function Memberships({ kinds }: { kinds: readonly string[] }) {
  const { say } = useWords()
  return (
    <span className="memberships">
      {kinds.map((kind) => (
        <span key={kind} className="membership">
          {say(codedWords(membershipKind, kind))}
        </span>
      ))}
    </span>
  )
}
