import { useState } from 'react'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { type FoundPerson, useFoundPeople } from './found-people.ts'
import './person-choice.css'

const SHOWN = 8

/** Somebody of the scope, found as one types, each a button; whoever asks says what choosing does. */
export function PersonChoice({ label, onChoose }: { label: string; onChoose: (person: FoundPerson) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const { text, found } = useFoundPeople(typed)
  const people = text === '' ? [] : (found.data?.people ?? [])
  return (
    <div className="person-choice" aria-busy={found.isFetching}>
      <label className="labelled">
        <span>{label}</span>
        <input
          className="field"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {found.isError && <Problem error={found.error} />}
      <ul aria-live="polite">
        {people.slice(0, SHOWN).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onChoose(person)}>
              <b>{person.name}</b>{' '}
              <span className="soft">{[person.identity, person.areaName].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {people.length > SHOWN && <p className="soft">{t('search.choice.more', { n: SHOWN })}</p>}
      {text !== '' && found.data?.people.length === 0 && <p className="soft">{t('search.none')}</p>}
    </div>
  )
}
