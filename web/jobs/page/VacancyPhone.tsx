import { useState } from 'react'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'

/** Whom to call: masked until asked for; every asking is written down with its reason. Never printed unmasked. */
export function VacancyPhone({ vacancy, masked }: { vacancy: number; masked: string }) {
  const { t } = useWords()
  const [number, setNumber] = useState<string>()
  const [error, setError] = useState<unknown>()
  const show = () =>
    client
      .revealVacancyPhone({ params: { id: vacancy }, body: { reason: t('jobs.vacancy.phone.reason') } })
      .then(({ value }) => setNumber(value ?? undefined))
      .catch(setError)
  if (number !== undefined)
    return (
      <>
        <a className="no-print" href={`tel:${number}`}>
          {number}
        </a>{' '}
        <button type="button" className="link-button no-print" onClick={() => setNumber(undefined)}>
          {t('jobs.vacancy.phone.hide')}
        </button>
      </>
    )
  return (
    <>
      <code>{masked}</code>{' '}
      <button type="button" className="link-button no-print" onClick={() => void show()}>
        {t('jobs.vacancy.phone.show')}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  )
}
