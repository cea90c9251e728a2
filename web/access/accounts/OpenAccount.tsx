import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { HandedPassword } from './HandedPassword.tsx'

/** Open an account. It can do nothing before another administrator gives it a post. */
export function OpenAccount() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('access.open')}
      </Button>
      <Modal title={t('access.open')} open={open} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <Form onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [signIn, setSignIn] = useState('')
  const [name, setName] = useState('')
  const opening = useMutation({
    mutationFn: () => client.openOfficer({ body: { signIn: signIn.trim(), name: name.trim() } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['listOfficers'] }),
  })
  if (opening.data)
    return (
      <div className="stacked">
        <HandedPassword name={opening.data.officer.name} password={opening.data.password} />
        <Button onClick={onClose}>{t('ui.close')}</Button>
      </div>
    )
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault()
        opening.mutate()
      }}
    >
      <p className="soft">{t('access.open.how')}</p>
      <Labelled name="off" label={t('access.open.signIn')} value={signIn} onType={setSignIn} />
      <Labelled name="name" label={t('access.accounts.name')} value={name} onType={setName} />
      {opening.isError && <Problem error={opening.error} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={opening.isPending}
        disabled={!/^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$/.test(signIn.trim()) || !name.trim()}
      >
        {t('access.open.go')}
      </Button>
    </form>
  )
}
