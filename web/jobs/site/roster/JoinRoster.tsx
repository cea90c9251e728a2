import { Button, Modal } from 'antd'
import { useState } from 'react'
import { PersonChoice } from '../../../people/search/PersonChoice.tsx'
import { useWords } from '../../../words.ts'
import { JoinForm } from './JoinForm.tsx'

type Found = { id: number; name: string }

/** Put somebody on the roster of this site: found by name or number. */
export function JoinRoster({ site }: { site: number }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [person, setPerson] = useState<Found>()
  const close = () => {
    setOpen(false)
    setPerson(undefined)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('sites.act.join')}</Button>
      <Modal title={t('sites.act.join')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <JoinForm site={site} person={person?.id} onDone={close}>
          {person === undefined ? (
            <PersonChoice label={t('sites.act.person')} onChoose={setPerson} />
          ) : (
            <p>
              {t('sites.act.person.chosen', { name: person.name })}{' '}
              <Button type="link" className="site-behind" onClick={() => setPerson(undefined)}>
                {t('sites.act.person.again')}
              </Button>
            </p>
          )}
        </JoinForm>
      </Modal>
    </>
  )
}
