import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ask } from '../../../api.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { useSiteClocks } from '../site-data.ts'
import { JoinForm } from './JoinForm.tsx'
import '../sites.css'

const MOST = 200

/** From a file: put this person on the roster of a site of the post's area, or make them a member of a labour brand. */
export function JoinFromFile({ person }: { person: number }) {
  const { t } = useWords()
  const can = useCan()
  const { present } = useView()
  const [open, setOpen] = useState(false)
  const [site, setSite] = useState<number>()
  const close = () => {
    setOpen(false)
    setSite(undefined)
  }
  if (!present || !can('people.record')) return null
  return (
    <div className="panel no-print">
      <Button onClick={() => setOpen(true)}>{t('sites.act.toSite')}</Button>
      <Modal title={t('sites.act.toSite')} open={open} footer={null} destroyOnHidden onCancel={close}>
        <JoinForm site={site} person={person} onDone={close}>
          <SiteChoice value={site} onChoose={setSite} />
        </JoinForm>
      </Modal>
    </div>
  )
}

function SiteChoice({ value, onChoose }: { value: number | undefined; onChoose: (site: number | undefined) => void }) {
  const { t, say } = useWords()
  const clocks = useSiteClocks()
  const list = useQuery(ask.listSites({ query: { ...clocks, limit: MOST } }))
  return (
    <Answer of={list} lines={1}>
      {({ sites, kinds }) =>
        sites.length === 0 ? (
          <p className="soft">{t('sites.none')}</p>
        ) : (
          <label className="labelled">
            <span>{t('places.site')}</span>
            <select
              className="field"
              required
              value={value ?? ''}
              onChange={(event) => onChoose(Number(event.target.value) || undefined)}
            >
              <option value="">{t('filter.choose')}</option>
              {kinds.map((kind) => (
                <optgroup key={kind.key} label={say(kind.name)}>
                  {sites
                    .filter((site) => site.kind === kind.key)
                    .map((site) => (
                      <option key={site.id} value={site.id}>
                        {site.name} {site.areaName}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
        )
      }
    </Answer>
  )
}
