import { useState } from 'react'
import { client } from '../../api.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'

type Props = { person: number; masked: string | null; reason: string }

/** The number to call: masked until asked for; every asking is written down with its reason. Never printed unmasked. */
export function CallNumber({ person, masked, reason }: Props) {
  const { t } = useWords()
  const can = useCan()
  const [number, setNumber] = useState<string>()
  const [failed, setFailed] = useState(false)
  if (masked === null) return <span className="soft">{t('file.phone.none')}</span>
  if (number)
    return (
      <a className="no-print" href={`tel:${number}`}>
        {number}
      </a>
    )
  const show = () =>
    client
      .revealField({ params: { id: person }, body: { field: 'phone', reason } })
      .then(({ value }) => setNumber(value ?? undefined))
      .catch(() => setFailed(true))
  return (
    <>
      <code>{masked}</code>{' '}
      {can('people.reveal') && !failed && (
        <button type="button" className="link-button no-print" onClick={() => void show()}>
          {t('file.phone.show')}
        </button>
      )}
    </>
  )
}
