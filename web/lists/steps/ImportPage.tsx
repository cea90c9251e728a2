import type { ComponentType } from 'react'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useSearch } from '../../ui/router.ts'
import { instantText } from '../../ui/text/number.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ChooseStep } from '../choose/ChooseStep.tsx'
import { type Import, isAtWork, isCompared } from '../import.ts'
import { Outcome } from '../outcome/Outcome.tsx'
import { ImportSteps, type Step } from './ImportSteps.tsx'
import { Provenance } from './Provenance.tsx'
import { useImport } from './use-import.ts'
import { Working } from './Working.tsx'
import '../lists.css'

/** What a later slice asks of an import's rows; shown above them to whoever may decide. */
type Asks = ComponentType<{ one: Import }>

/** One import: the step it has come to, what is to be done now on top. The server knows the step; nothing is lost by leaving. */
export function ImportPage({ params, Asks }: { params: Record<string, string>; Asks?: Asks }) {
  const { t, say } = useWords()
  const found = useImport(Number(params.id))
  const one = found.data?.import
  const title = one?.fileName ?? t('import.title')
  return (
    <PageShell
      title={title}
      lede={one?.listName && `${say(one.listName)} · ${one.on}`}
      crumbs={[{ label: t('import.title'), to: paths.imports() }, ...(one ? [{ label: title }] : [])]}
    >
      <Answer of={found} lines={8}>
        {(data) => <Body data={data} Asks={Asks} />}
      </Answer>
    </PageShell>
  )
}

type Found = NonNullable<ReturnType<typeof useImport>['data']>
type Brought = Found['sameFile']

function Body({ data, Asks }: { data: Found; Asks: Asks | undefined }) {
  const { import: one } = data
  const can = useCan()
  const { part } = useSearch()
  const may = can('lists.import')
  const step = stepOf(one, may ? part : undefined)
  const again = may && one.may.includes('read')
  return (
    <>
      <ImportSteps at={step} backTo={again ? one.id : undefined} />
      <Provenance mends={data.mends} mendedBy={data.mendedBy} />
      <Stage data={data} step={step} may={may} Asks={Asks} />
    </>
  )
}

/** What is to be seen and done at a step. */
function Stage({ data, step, may, Asks }: { data: Found; step: Step; may: boolean; Asks: Asks | undefined }) {
  const { t } = useWords()
  const { import: one, sameFile: same } = data
  if (one.state === 'discarded') return <Discarded />
  if (isAtWork(one.state)) return <Working one={one} may={may} />
  if (step !== 'list' && step !== 'columns')
    return <Outcome one={one} may={may} asks={Asks && may && <Asks one={one} />} />
  if (!may) return <p className="panel">{t('import.others', { by: one.by, post: one.post })}</p>
  return (
    <>
      <Halted one={one} />
      {same.length > 0 && <SameFile same={same} />}
      <ChooseStep one={one} step={step} />
    </>
  )
}

/** Where an import stands; a step can be gone back to as long as nothing was taken. */
function stepOf(one: Import, part: string | undefined): Step {
  const { state, begunAt, left } = one
  if (state === 'reading' || state === 'matching') return 'check'
  if (state === 'applying' || state === 'undoing' || state === 'undone' || begunAt) return 'take'
  if ((part === 'list' || part === 'columns') && one.may.includes('read')) return part
  // Stopped in the midst of it, it can go on; failed, another sheet or list may be meant.
  const halted = state === 'stopped' ? left !== null : left === 'match'
  return isCompared(one) || halted ? 'check' : 'list'
}

/** Nothing is left of it but that it was brought. */
function Discarded() {
  const { t } = useWords()
  return (
    <section className="panel import-next" aria-labelledby="next">
      <h2 id="next">{t('import.discarded.title')}</h2>
      <p>{t('import.discarded.how')}</p>
      <p>
        <Go className="import-go" to={paths.newImport()}>
          {t('import.new')}
        </Go>
      </p>
    </section>
  )
}

/** Why the former attempt did not come to its end. */
function Halted({ one: { problem } }: { one: Import }) {
  const { say } = useWords()
  if (!problem) return null
  return (
    <p className="import-warning import-notice" role="alert">
      {say(problem)}
    </p>
  )
}

/** Who brought the very same file before, so that two officers do not do the same work. */
function SameFile({ same }: { same: Brought }) {
  const { t, language } = useWords()
  return (
    <section className="panel import-notice" aria-labelledby="same">
      <h2 id="same">{t('import.same')}</h2>
      <ul>
        {same.map(({ id, at, by, post, state }) => (
          <li key={id}>
            <Go to={paths.import(id)}>
              {t('import.same.line', { at: instantText(at, language), by, post, state: t(`import.state.${state}`) })}
            </Go>
          </li>
        ))}
      </ul>
      <p className="soft">{t('import.same.how')}</p>
    </section>
  )
}
