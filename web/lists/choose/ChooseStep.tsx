import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { go, withView } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Import, Inspection, ListKind } from '../import.ts'
import { DiscardButton } from '../outcome/DiscardButton.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { type Choice, choiceOf, readOf } from './choice.ts'
import { type Draft, useDraft } from './draft.ts'
import { ListStep } from './ListStep.tsx'

type Props = { one: Import; step: 'list' | 'columns' }
export type Choosing = {
  choice: Choice
  draft: Draft
  /** The day of which the list is. */
  on: string
  inspection: Inspection
  lists: ListKind[]
  change: (part: Partial<Draft>) => void
}

/** What the file is taken for: list, sheet and day, then its columns; sent, it is read and compared. */
export function ChooseStep({ one, step }: Props) {
  const inspection = useQuery({
    ...ask.inspectImport({ params: { id: one.id } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const lists = useQuery(ask.listLists({}))
  if (inspection.isError)
    return <Unreadable one={one} error={inspection.error} onRetry={() => void inspection.refetch()} />
  return (
    <Answer of={inspection} lines={8}>
      {(found) => (
        <Answer of={lists} lines={8}>
          {(known) => <Choosing one={one} step={step} inspection={found} lists={known.lists} />}
        </Answer>
      )}
    </Answer>
  )
}

/** A file that cannot be looked into: what is wrong with it, and how one goes on. */
function Unreadable({ one, error, onRetry }: { one: Import; error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Problem error={error} onRetry={onRetry} />
      <p className="import-buttons import-notice">
        <Go className="import-go" to={paths.newImport()}>
          {t('import.discard.other')}
        </Go>
        {one.may.includes('discard') && <DiscardButton one={one} />}
      </p>
    </>
  )
}

function Choosing({ one, step, inspection, lists }: Props & { inspection: Inspection; lists: ListKind[] }) {
  const { t } = useWords()
  const view = useView()
  const queries = useQueryClient()
  const [draft, change] = useDraft(one.id)
  const { clientId, busy, error, send } = useSending()
  const choice = choiceOf(inspection, lists, draft)
  if (!choice) return <p className="panel">{t('import.sheet.noHead')}</p>
  const { mends } = inspection
  const on = draft.on ?? (one.list !== null ? one.on : (mends?.on ?? choice.sheet.says ?? view.on))
  const goTo = (part: 'columns' | 'list' | undefined) => go(withView(paths.import(one.id, part ? { part } : {})))
  const begin = () => {
    const body = readOf(choice, draft, on)
    if (!body || choice.twice) return
    send(
      async () => {
        await client.readImport({ params: { id: one.id }, body: { clientId, ...body } })
        // Known to be at work before the page goes on, so that the former step does not flash up.
        await queries.refetchQueries({ queryKey: ['getImport'] })
      },
      t('import.begun'),
      () => {
        change({ decisions: {} })
        goTo(undefined)
      },
    )
  }
  const choosing: Choosing = { choice, draft, on, inspection, lists, change }
  return (
    <>
      {error !== undefined && <Problem error={error} />}
      {step === 'columns' && choice.list ? (
        <ColumnsStep {...choosing} busy={busy} onBegin={begin} onBack={() => goTo('list')} />
      ) : (
        <ListStep {...choosing} one={one} busy={busy} onBegin={begin} onColumns={() => goTo('columns')} />
      )}
    </>
  )
}
