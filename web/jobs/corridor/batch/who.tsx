import { paths } from '../../../paths.ts'
import { CallNumber } from '../../../people/file/CallNumber.tsx'
import { Go } from '../../../ui/Go.tsx'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Traveller } from './BatchPage.tsx'

type Props = { line: Pick<Traveller, 'person' | 'name' | 'identity' | 'phone' | 'age' | 'areaName'> }

/** Who a line is about: name, age and home, numbers masked; the phone for a reason that is written down. */
export function Who({ line }: Props) {
  const { t } = useWords()
  const can = useCan()
  const { person, name, identity, phone, age, areaName } = line
  return (
    <div className="traveller-who">
      <b>{can('people.read') ? <Go to={paths.file(person)}>{name}</Go> : name}</b>{' '}
      {age === null ? t('traveller.age.unknown') : t('traveller.age', { n: age })}
      <span className="soft">
        {areaName} {identity !== null && <code>{identity}</code>}
      </span>
      <CallNumber person={person} masked={phone} reason={t('traveller.call.reason')} />
    </div>
  )
}
