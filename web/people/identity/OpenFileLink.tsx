import { useMe } from '../../access/sign-in/session.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'

/** To a new file, for posts that record. */
export function OpenFileLink() {
  const { t } = useWords()
  const record = useMe().data?.can.includes('people.record') ?? false
  return record ? (
    <Go to={paths.openFile()} className="no-print">
      + {t('identity.open')}
    </Go>
  ) : null
}
