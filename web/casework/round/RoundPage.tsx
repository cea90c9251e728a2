import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { AreaDrill } from '../../people/list/AreaDrill.tsx'
import { PageTrail } from '../../people/list/PageTrail.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { MethodChoice } from './MethodChoice.tsx'
import { PartChoice, partOf } from './PartChoice.tsx'
import { RoundDefinition } from './RoundDefinition.tsx'
import { RoundList } from './RoundList.tsx'
import { type Method, useHeld } from './round-data.ts'
import '../../people/people.css'
import '../../people/employment/employment.css'
import './round.css'

/** The month's round of an area as a work list: one tap for “as last month”, exceptions in the same line. */
export function RoundPage() {
  const { t } = useWords()
  const { area, clocks, search, on } = useView()
  const [method, setMethod] = useState<Method>('phone')
  const part = partOf(search.part)
  const held = useHeld()
  const list = useQuery({
    ...ask.listRound({
      query: {
        ...clocks,
        area,
        ...(part && { part }),
        ...(held && { held }),
        ...(search.after && { after: search.after }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageShell
      title={t('round.title', { month: on.slice(0, 7) })}
      lede={<AreaDrill />}
      actions={<Go to={paths.roundCoverage()}>{t('round.coverage')}</Go>}
    >
      <PartChoice area={area} chosen={part} />
      <MethodChoice chosen={method} on={on} onChoose={setMethod} />
      <Answer of={list} lines={12}>
        {(data) => (
          <>
            <section className="panel" aria-label={t('round.list')}>
              <RoundList data={data} method={method} part={part} />
              <PageTrail after={search.after} next={data.next} />
            </section>
            <RoundDefinition round={data.round} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}
