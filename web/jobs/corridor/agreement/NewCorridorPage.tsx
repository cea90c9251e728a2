import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useWords } from '../../../words.ts'
import { CommandForm } from '../fields.tsx'
import { BLANK_CORRIDOR, CorridorFields, corridorOf } from './CorridorFields.tsx'
import '../corridor.css'

/** Enter an agreement of one's own area; what the document does not state is left empty. */
export function NewCorridorPage() {
  const { t } = useWords()
  const { data: me } = useQuery(ask.getMe({}))
  const [draft, setDraft] = useState(BLANK_CORRIDOR)
  const saved = useRef('')
  const command = useCommand(t('corridor.saved'), () => go(withView(paths.corridor(saved.current))), ['listCorridors'])
  const send = async (clientId: string) => {
    saved.current = (await client.recordCorridor({ body: { clientId, ...corridorOf(draft) } })).key
  }
  return (
    <PageShell
      title={t('corridor.new')}
      lede={me && t('corridor.form.sending', { name: me.post.title })}
      crumbs={[{ label: t('corridor.title'), to: paths.corridors() }, { label: t('corridor.new') }]}
    >
      <section className="panel">
        <CommandForm label={t('corridor.save')} command={command} send={send}>
          <CorridorFields draft={draft} onType={(change) => setDraft({ ...draft, ...change })} />
        </CommandForm>
      </section>
    </PageShell>
  )
}
