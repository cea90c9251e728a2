import { paths } from '../../../paths.ts'
import { Go } from '../../../ui/Go.tsx'
import { useWords } from '../../../words.ts'
import type { Corridor } from './CorridorPage.tsx'

/** What the agreement says, what was published of it with its source, and what nobody published. */
export function Stated({ data }: { data: Corridor }) {
  const { t, say } = useWords()
  const { yearFrom, yearTo, receiver, source, pairs, published, notKnown } = data
  return (
    <section className="panel" aria-labelledby="stated">
      <h2 id="stated">{t('corridor.published')}</h2>
      <p>
        {`${data.sendingName} → ${say(data.receivingName)}`}
        {receiver !== null && ` · ${receiver}`}
        {yearFrom !== null && ` · ${yearFrom}–${yearTo ?? ''}`}
      </p>
      <p className="soft">{t('corridor.source', { source })}</p>
      {data.entered !== null && (
        <p className="vacancy-link no-print">
          <Go to={paths.correctCorridor(data.key)}>{t('correct.corridor')}</Go>
        </p>
      )}
      <ul className="corridor-says">
        {pairs.map(({ sending, name, receiving, source: of }) => (
          <li key={sending}>
            {name} – {say(receiving)} <span className="soft">{t('corridor.source', { source: of })}</span>
          </li>
        ))}
        {published.map(({ text, source: of }) => (
          <li key={text.zh}>
            {say(text)} <span className="soft">{t('corridor.source', { source: of })}</span>
          </li>
        ))}
      </ul>
      {notKnown.length > 0 && (
        <>
          <h3>{t('corridor.notKnown')}</h3>
          <ul className="corridor-says soft">
            {notKnown.map((words) => (
              <li key={words.zh}>{say(words)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
