import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { type FoundPerson, useFoundPeople } from '../../../people/search/found-people.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { TextIn } from '../fields.tsx'
import { type Batch, STALE } from './BatchPage.tsx'

/** Find people within the post and put them on the list; what stands against somebody is told before, with how to mend it. */
export function AddTraveller({ batch }: { batch: Batch }) {
  const { t } = useWords()
  const can = useCan()
  const [typed, setTyped] = useState('')
  const { text, found } = useFoundPeople(typed)
  return (
    <section className="panel no-print" aria-labelledby="add">
      <h2 id="add">{t('batch.add')}</h2>
      {batch.accepted.length > 0 && (
        <>
          <h3>{t('batch.add.accepted', { n: batch.accepted.length })}</h3>
          <ul className="batch-found">
            {batch.accepted.map((person) => (
              <Candidate key={person.id} batch={batch} person={person} onAdded={() => {}} />
            ))}
          </ul>
        </>
      )}
      {can('lists.import') && (
        <p>
          <span className="soft">{t('batch.list.import.how', { id: batch.id })}</span>{' '}
          <Go to={paths.newImport()}>{t('batch.list.import')}</Go>
        </p>
      )}
      <TextIn label={t('batch.add.label')} type="search" value={typed} onType={setTyped} />
      {text !== '' && (
        <Answer of={found} lines={3}>
          {({ people }) => (
            <ul className="batch-found" aria-live="polite">
              {people.length === 0 && <li>{t('batch.add.none')}</li>}
              {people.slice(0, 8).map((person) => (
                <Candidate key={person.id} batch={batch} person={person} onAdded={() => setTyped('')} />
              ))}
            </ul>
          )}
        </Answer>
      )}
    </section>
  )
}

function Candidate({ batch, person, onAdded }: { batch: Batch; person: FoundPerson; onAdded: () => void }) {
  const { t, say } = useWords()
  const [asked, setAsked] = useState(false)
  const check = useQuery({
    queryKey: ['checkTraveller', batch.id, person.id, batch.travellers.length],
    queryFn: () => client.checkTraveller({ params: { id: batch.id }, body: { person: person.id } }),
    enabled: asked,
    retry: false,
  })
  const add = useCommand(t('batch.added'), onAdded, STALE)
  const refused = check.data?.checks.some(({ outcome }) => outcome === 'refused') ?? true
  const send = () =>
    add.save((clientId) => client.addTraveller({ params: { id: batch.id }, body: { clientId, person: person.id } }))
  return (
    <li data-candidate={person.id}>
      <b>{person.name}</b> {person.age === null ? t('traveller.age.unknown') : t('traveller.age', { n: person.age })}{' '}
      <span className="soft">
        {person.areaName} <code>{person.identity}</code>
      </span>
      <br />
      {!asked && <Button onClick={() => setAsked(true)}>{t('batch.add.check')}</Button>}
      {check.error !== null && <Problem error={check.error} />}
      {check.data && (
        <>
          {check.data.checks.length === 0 && <p>{t('batch.add.fine')}</p>}
          <ul className="check-list">
            {check.data.checks.map(({ key, outcome, words }) => (
              <li key={key}>
                <span className={`tag check-${outcome}`}>{t(`batch.add.${outcome}`)}</span> {say(words)}
              </li>
            ))}
          </ul>
          {!refused && (
            <Button type="primary" loading={add.busy} onClick={send}>
              {t('batch.add.go')}
            </Button>
          )}
        </>
      )}
      {add.error !== undefined && <Problem error={add.error} />}
    </li>
  )
}
