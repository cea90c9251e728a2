import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { useWaiting } from './waiting-lines.ts'
import './waiting.css'

/** What waits for me, above everything else. Its line stands from the first, so that nothing below it moves. */
export function WaitingForMe() {
  const { t, language } = useWords()
  const lines = useWaiting()
  return (
    <section className="panel waiting no-print" aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.title')}</h2>
      {lines?.length === 0 && <p className="soft">{t('waiting.nothing')}</p>}
      <ul>
        {lines?.map(({ key, count, more, to }) => (
          <li key={key}>
            <Go to={to}>
              <b>
                {numberText(count, language)}
                {more && '+'}
              </b>{' '}
              {t(key)}
            </Go>
          </li>
        ))}
      </ul>
    </section>
  )
}
