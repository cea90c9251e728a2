import { sex } from '#domain/people/codes.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'
import type { Candidate } from './LikenessMark.tsx'

/** A person in one line: enough to tell two apart, the number masked. */
export function PersonBrief({ person }: { person: Candidate['person'] }) {
  const { t, say } = useWords()
  const told = [
    person.sex && say(codedWords(sex, person.sex)),
    person.age !== null && t('file.years', { n: person.age }),
    person.identity,
    person.areaName,
  ]
  return (
    <p className="person-brief">
      <Go to={paths.file(person.id)}>{person.name}</Go> <span className="soft">{told.filter(Boolean).join(' · ')}</span>
    </p>
  )
}
