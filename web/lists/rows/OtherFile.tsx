import { useState } from 'react'
import { PersonChoice } from '../../people/search/PersonChoice.tsx'
import { useWords } from '../../words.ts'

/** The row belongs to a file that was not proposed: the officer finds it. */
export function OtherFile({ onChoose }: { onChoose: (person: { id: number; name: string }) => void }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return open ? (
    <PersonChoice
      label={t('import.review.other.find')}
      onChoose={(person) => {
        setOpen(false)
        onChoose(person)
      }}
    />
  ) : (
    <p>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('import.review.other')}
      </button>
    </p>
  )
}
