import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import { useMe } from '../../access/sign-in/session.ts'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { FileView } from '../file/file-view.ts'
import { Reason } from '../identity/Reason.tsx'
import { ActForm } from './ActForm.tsx'
import { UndoDeathForm } from './PersonForms.tsx'

type Merged = Reply<Api['getStanding']>['merged'][number]
type Props = { person: FileView['person']; asked: number }

/** What one should know of a file before working on it: merged, waiting to be decided, a recorded death. Nothing where there is nothing. */
export function Standing({ person, asked }: Props) {
  const { t } = useWords()
  const { data } = useQuery({ ...ask.getStanding({ params: { id: person.id } }), retry: false })
  if (!data || (asked === person.id && data.merged.length + data.requests.length === 0 && !data.death)) return null
  return (
    <section className="panel standing" aria-live="polite">
      {asked !== person.id && <p>{t('standing.here', { id: asked })}</p>}
      {data.requests.map(({ id, kind }) => (
        <p key={id}>
          <Go to={paths.requests()}>{t('standing.waiting', { kind: t(`request.kind.${kind}`) })}</Go>
        </p>
      ))}
      {data.merged.map((merged) => (
        <MergedLine key={merged.merged} person={person} merged={merged} />
      ))}
      {data.death && (
        <p>
          {t('standing.death', { day: data.death.on })} <UndoDeath person={person} />
        </p>
      )}
    </section>
  )
}

function MergedLine({ person, merged }: { person: FileView['person']; merged: Merged }) {
  const { t, language } = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const record = useMe().data?.can.includes('people.record') ?? false
  const act = (clientId: string) =>
    client.askUnmerge({ params: { id: person.id }, body: { clientId, merged: merged.merged, reason } })
  const close = () => setOpen(false)
  return (
    <div>
      <p>
        {t('standing.merged', { id: merged.closed, at: instantText(merged.at, language) })}{' '}
        {record && merged.hindered.length === 0 && (
          <button type="button" className="link-button no-print" onClick={() => setOpen(true)}>
            {t('standing.unmerge')}
          </button>
        )}
      </p>
      <WordsList label={t('standing.hindered')} words={merged.hindered} />
      <Modal title={t('standing.unmerge')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <WordsList label={t('standing.later')} words={merged.later} />
        <ActForm how={t('request.lede')} said={t('identity.merge.asked')} act={act} onDone={close}>
          <Reason value={reason} onType={setReason} />
        </ActForm>
      </Modal>
    </div>
  )
}

function WordsList({ label, words }: { label: string; words: readonly Words[] }) {
  const { say } = useWords()
  if (words.length === 0) return null
  return (
    <>
      <p className="soft">{label}</p>
      <ul>
        {words.map((each) => (
          <li key={each.en}>{say(each)}</li>
        ))}
      </ul>
    </>
  )
}

function UndoDeath({ person }: Pick<Props, 'person'>) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const record = useMe().data?.can.includes('people.record') ?? false
  if (!record) return null
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="link-button no-print" onClick={() => setOpen(true)}>
        {t('standing.undoDeath')}
      </button>
      <Modal title={t('standing.undoDeath')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <UndoDeathForm person={person} onDone={close} />
      </Modal>
    </>
  )
}
