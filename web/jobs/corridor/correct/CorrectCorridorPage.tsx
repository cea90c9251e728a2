import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, client } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { go, withView } from '../../../ui/router.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { CorridorFields, corridorOf } from '../agreement/CorridorFields.tsx'
import type { Corridor } from '../agreement/CorridorPage.tsx'
import { Correction, Withdrawal } from './Correcting.tsx'
import '../corridor.css'

/** Correct an agreement that one's own area entered, close it by its last year, or take it back. */
export function CorrectCorridorPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { clocks, area } = useView()
  const key = params.key ?? ''
  const answer = useQuery({ ...ask.getCorridor({ params: { key }, query: { ...clocks, area } }), retry: false })
  const name = answer.data ? say(answer.data.name) : t('corridor.list')
  return (
    <PageShell
      title={t('correct.corridor')}
      lede={t('correct.corridor.how')}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        { label: name, to: paths.corridor(key) },
        { label: t('correct.corridor') },
      ]}
    >
      <Answer of={answer} lines={8}>
        {(data) =>
          data.entered === null ? (
            <p className="panel">{t(data.origin === 'plan' ? 'correct.byPlan' : 'correct.notHeld')}</p>
          ) : (
            <Forms key={data.entered.knownFrom} data={data} entered={data.entered} />
          )
        }
      </Answer>
    </PageShell>
  )
}

function Forms({ data, entered }: { data: Corridor; entered: NonNullable<Corridor['entered']> }) {
  const { t, say } = useWords()
  const { key } = data
  const [draft, setDraft] = useState({
    ...{ name: say(data.name), receiving: data.receiving, receiver: data.receiver ?? '', document: data.source },
    ...{ from: String(data.yearFrom ?? ''), to: String(data.yearTo ?? '') },
    ...{ people: String(entered.taskPeople ?? ''), lifted: String(entered.taskLifted ?? '') },
  })
  return (
    <>
      <Correction
        knownFrom={entered.knownFrom}
        onSaved={() => go(withView(paths.corridor(key)))}
        onSend={(seen) => client.correctCorridor({ params: { key }, body: { ...seen, ...corridorOf(draft) } })}
      >
        <CorridorFields draft={draft} onType={(change) => setDraft({ ...draft, ...change })} />
      </Correction>
      <Withdrawal
        what={t('withdraw.corridor')}
        knownFrom={entered.knownFrom}
        onSaved={() => go(withView(paths.corridors()))}
        onSend={(seen) => client.withdrawCorridor({ params: { key }, body: seen })}
      />
    </>
  )
}
