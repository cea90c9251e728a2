import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { OpenFileLink } from '../identity/OpenFileLink.tsx'
import { optionalColumns, usePersonColumns } from '../list/person-columns.tsx'
import { useFoundPeople } from './found-people.ts'
import '../people.css'

/** Find a person as one types; the text travels in the body of a request and stands in no address. */
export function SearchPage() {
  const { t } = useWords()
  const [typed, setTyped] = useState(lastText)
  const { text, found } = useFoundPeople(typed)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    lastText = typed
  }, [typed])
  return (
    <PageShell title={t('search.title')}>
      <search>
        <label className="labelled search-box">
          <span>{t('search.label')}</span>
          <input
            ref={box}
            data-search
            className="field"
            type="search"
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            placeholder={t('search.placeholder')}
            aria-describedby="search-how"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={toFirst}
          />
        </label>
        <p className="soft search-how" id="search-how">
          {t('search.how')}
        </p>
      </search>
      {text !== '' && <Found found={found} />}
    </PageShell>
  )
}

/** Coming back from a file finds the search as it was left; kept in this tab's memory only. */
let lastText = ''

/** Enter and the down arrow go to the first person found. */
function toFirst(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
  const first = document.querySelector<HTMLElement>('.search-found tbody a')
  if (!first) return
  event.preventDefault()
  if (event.key === 'Enter') first.click()
  else first.focus()
}

function Found({ found }: { found: ReturnType<typeof useFoundPeople>['found'] }) {
  const { t } = useWords()
  const columns = usePersonColumns(optionalColumns)
  return (
    <Answer of={found}>
      {({ people }) => (
        <section className="panel search-found">
          <p role="status" className="soft">
            {people.length === 0 ? t('search.none') : t('search.found', { n: people.length })}
          </p>
          {people.length === 0 ? (
            <>
              <p>{t('search.none.how')}</p>
              <OpenFileLink />
            </>
          ) : (
            <DataTable caption={t('search.caption')} columns={columns} rows={people} keyOf={(person) => person.id} />
          )}
        </section>
      )}
    </Answer>
  )
}
