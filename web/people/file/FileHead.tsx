import { sex } from '#domain/people/codes.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'
import { Memberships } from '../Memberships.tsx'
import type { FileView } from './file-view.ts'
import { Revealed } from './Revealed.tsx'

/** Who it is: sex, age, where, what memberships; what is sealed, masked. */
export function FileHead({ person, onRevealed }: { person: FileView['person']; onRevealed: () => void }) {
  const { t } = useWords()
  return (
    <section className="panel file-head">
      <Line person={person} />
      <dl className="file-sealed">
        {(['identity', 'phone', 'bank'] as const).map((field) => (
          <div key={field}>
            <dt>{t(`file.${field}`)}</dt>
            <dd>
              <Revealed person={person.id} field={field} masked={person[field]} onRevealed={onRevealed} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Without the areas above it, which stand before it as links of their own. */
function ownName({ areaName, ancestors }: FileView['person']): string {
  const above = ancestors.map(({ name }) => name).join('')
  return areaName.startsWith(above) ? areaName.slice(above.length) : areaName
}

function Line({ person }: { person: FileView['person'] }) {
  const { t, say } = useWords()
  const said = [
    person.sex && say(codedWords(sex, person.sex)),
    person.age !== null && t('file.years', { n: person.age }),
    person.birthDate && t('file.born', { day: person.birthDate }),
    person.deathDate && t('file.died', { day: person.deathDate }),
    t('file.openedOn', { day: person.openedOn }),
  ]
  return (
    <div className="file-line">
      <p className="file-where">
        {person.ancestors.map((area) => (
          <span key={area.code}>
            <Go to={paths.area(area.code)}>{area.name}</Go>{' '}
          </span>
        ))}
        <Go to={paths.area(person.area)}>{ownName(person)}</Go>
      </p>
      <p>
        {said.filter(Boolean).join(' · ')} <Memberships kinds={person.memberships} />
      </p>
    </div>
  )
}
