import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Problem } from '../../ui/Problem.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { countOf, type Import, OUTCOMES, takeable } from '../import.ts'
import { useFocus } from '../steps/use-import.ts'

/** Takes the rows that can be taken, after telling what will change. */
export function TakeButton({ one }: { one: Import }) {
  const { t, say, language } = useWords()
  const [open, setOpen] = useState(false)
  const first = useFocus<HTMLButtonElement>()
  const n = takeable(one)
  if (n === 0 && countOf(one, 'same') === 0) return null
  return (
    <>
      <Button type="primary" ref={first} disabled={n === 0} onClick={() => setOpen(true)}>
        {t('import.take', { n: numberText(n, language) })}
      </Button>
      <Modal
        title={t('import.take.title', { list: say(one.listName) })}
        open={open}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <Confirm one={one} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Confirm({ one, onClose }: { one: Import; onClose: () => void }) {
  const { t, language } = useWords()
  const { clientId, busy, error, send } = useSending()
  const first = useFocus<HTMLButtonElement>()
  const take = () =>
    send(() => client.applyImport({ params: { id: one.id }, body: { clientId } }), t('import.take.begun'), onClose)
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <p>{t('import.take.will')}</p>
      <ul className="import-will">
        {OUTCOMES.filter((outcome) => countOf(one, outcome) > 0).map((outcome) => (
          <li key={outcome}>{t(`import.take.${outcome}`, { n: numberText(countOf(one, outcome), language) })}</li>
        ))}
      </ul>
      <p className="soft">{t('import.take.undo')}</p>
      {error !== undefined && <Problem error={error} />}
      <div className="import-buttons">
        <Button type="primary" htmlType="submit" ref={first} loading={busy}>
          {t('import.take.sure')}
        </Button>
        <Button onClick={onClose}>{t('import.cancel')}</Button>
      </div>
    </form>
  )
}
