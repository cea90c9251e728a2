import { relation } from '#domain/people/codes.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'
import { HouseholdActions } from '../request/FileActions.tsx'
import { FactList } from './FactList.tsx'
import type { FileView } from './file-view.ts'

type Props = { household: FileView['household']; person: number; village: number }

/** The household and those counted in it, each a link to their own file. */
export function HouseholdCard({ household, person, village }: Props) {
  const { t, say } = useWords()
  return (
    <section className="panel" aria-labelledby="household">
      <h2 id="household">{t('file.household')}</h2>
      {!household && <p className="soft">{t('file.household.none')}</p>}
      {household?.code && <p className="soft">{t('file.household.code', { code: household.code })}</p>}
      {household && (
        <ul className="members">
          {household.members.map((member) => (
            <li key={member.id}>
              {member.id === person ? <b>{member.name}</b> : <Go to={paths.file(member.id)}>{member.name}</Go>}{' '}
              <span className="soft">
                {[
                  member.id === person ? t('file.household.here') : null,
                  member.relation && say(codedWords(relation, member.relation)),
                  member.age !== null && t('file.years', { n: member.age }),
                  member.inWork && t('file.household.work'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {household && <FactList facts={household.facts} />}
      <HouseholdActions person={person} village={village} household={household} />
    </section>
  )
}
