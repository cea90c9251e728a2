import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Mended } from '../import.ts'

/** Which import's refused rows these are, mended; and which imports brought back those of this one. */
export function Provenance({ mends, mendedBy }: { mends: Mended | null; mendedBy: Mended[] }) {
  const { t, language } = useWords()
  if (!mends && mendedBy.length === 0) return null
  const line = (key: 'import.mends' | 'import.mendedBy', { id, fileName, at, by, state }: Mended) => (
    <li key={id}>
      <Go to={paths.import(id)}>
        {t(key, { name: fileName, at: instantText(at, language), by, state: t(`import.state.${state}`) })}
      </Go>
    </li>
  )
  return (
    <ul className="import-notice import-provenance">
      {mends && line('import.mends', mends)}
      {mendedBy.map((one) => line('import.mendedBy', one))}
    </ul>
  )
}
