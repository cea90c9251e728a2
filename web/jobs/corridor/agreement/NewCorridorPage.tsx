import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { PlaceChoice } from '../../../people/employment/PlaceChoice.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useWords } from '../../../words.ts'
import { CommandForm, TextIn, wholeOf } from '../fields.tsx'
import '../corridor.css'

const blank = { name: '', receiving: 0, receiver: '', from: '', to: '', people: '', lifted: '', document: '' }

/** Enter an agreement of one's own area; what the document does not state is left empty. */
export function NewCorridorPage() {
  const { t } = useWords()
  const { data: me } = useQuery(ask.getMe({}))
  const [draft, setDraft] = useState(blank)
  const saved = useRef('')
  const set = (change: Partial<typeof blank>) => setDraft({ ...draft, ...change })
  const command = useCommand(t('corridor.saved'), () => go(withView(paths.corridor(saved.current))), ['listCorridors'])
  const send = async (clientId: string) => {
    const years = { yearFrom: wholeOf(draft.from), ...(draft.to && { yearTo: wholeOf(draft.to) }) }
    const task = {
      ...(draft.people && { taskPeople: wholeOf(draft.people) }),
      ...(draft.lifted && { taskLifted: wholeOf(draft.lifted) }),
    }
    const said = { name: draft.name, receiving: draft.receiving, receiver: draft.receiver, document: draft.document }
    saved.current = (await client.recordCorridor({ body: { clientId, ...said, ...years, ...task } })).key
  }
  const year = { type: 'number', min: 1996, max: 2100 } as const
  return (
    <PageShell
      title={t('corridor.new')}
      lede={me && t('corridor.form.sending', { name: me.post.title })}
      crumbs={[{ label: t('corridor.title'), to: paths.corridors() }, { label: t('corridor.new') }]}
    >
      <section className="panel">
        <CommandForm label={t('corridor.save')} command={command} send={send}>
          <TextIn label={t('corridor.form.name')} value={draft.name} required onType={(name) => set({ name })} />
          <PlaceChoice value={draft.receiving || undefined} onChoose={(receiving) => set({ receiving })} />
          <TextIn
            label={t('corridor.form.receiver')}
            value={draft.receiver}
            required
            onType={(receiver) => set({ receiver })}
          />
          <TextIn
            label={t('corridor.form.document')}
            value={draft.document}
            required
            most={120}
            onType={(document) => set({ document })}
          />
          <TextIn
            label={t('corridor.form.from')}
            value={draft.from}
            required
            {...year}
            onType={(from) => set({ from })}
          />
          <TextIn label={t('corridor.form.to')} value={draft.to} {...year} onType={(to) => set({ to })} />
          <TextIn
            label={t('corridor.form.people')}
            value={draft.people}
            type="number"
            min={1}
            onType={(people) => set({ people })}
          />
          <TextIn
            label={t('corridor.form.lifted')}
            value={draft.lifted}
            type="number"
            min={1}
            onType={(lifted) => set({ lifted })}
          />
        </CommandForm>
      </section>
    </PageShell>
  )
}
