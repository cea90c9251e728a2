import { verifiedMethod } from '#domain/people/codes.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Method } from './round-data.ts'

type Props = { chosen: Method; on: string; onChoose: (method: Method) => void }

/** How the officer verifies now; it is written down with every tap. */
export function MethodChoice({ chosen, on, onChoose }: Props) {
  const { t, say } = useWords()
  const can = useCan()
  if (!can('people.record')) return null
  return (
    <fieldset className="round-method no-print">
      <legend>{t('round.method')}</legend>
      {Object.entries(verifiedMethod).map(([code, words]) => (
        <label key={code}>
          <input type="radio" name="method" checked={chosen === code} onChange={() => onChoose(code as Method)} />{' '}
          {say(words)}
        </label>
      ))}
      <span className="soft">{t('round.day', { day: on })}</span>
      <p className="soft round-keys">
        {t('round.keys')} {t('round.each')}
      </p>
    </fieldset>
  )
}
