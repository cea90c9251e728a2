import { mayAskIn } from '#domain/lists/import-state.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { instantText } from '../../ui/number.ts'
import { PageShell } from '../../ui/PageShell.tsx'
import { useSearch } from '../../ui/router.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ChooseStep } from '../choose/ChooseStep.tsx'
import { type Import, isAtWork, isCompared } from '../import.ts'
import { Outcome } from '../rows/Outcome.tsx'
import { ImportSteps, type Step } from './ImportSteps.tsx'
import { useImport } from './use-import.ts'
import { Working } from './Working.tsx'
import '../lists.css'

/** One import: the step it has come to, what is to be done now on top. The server knows the step; nothing is lost by leaving. */
export function ImportPage({ params }: { params: Record<string, string> }) {
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
        {(data) => <Body one={data.import} same={data.sameFile} />}
      </Answer>
    </PageShell>
  )
}

type Brought = NonNullable<ReturnType<typeof useImport>['data']>['sameFile']

function Body({ one, same }: { one: Import; same: Brought }) {
  const { t } = useWords()
  const can = useCan()
  const { part } = useSearch()
  const may = can('lists.import')
  const step = stepOf(one, may ? part : undefined)
  const again = may && mayAskIn('read', one.state)
  return (
    <>
      <ImportSteps at={step} backTo={again ? one.id : undefined} />
      {isAtWork(one.state) ? (
        <Working one={one} may={may} />
      ) : step === 'list' || step === 'columns' ? (
        may ? (
          <>
            <Halted one={one} />
            {same.length > 0 && <SameFile same={same} />}
            <ChooseStep one={one} step={step} />
          </>
        ) : (
          <p className="panel">{t('import.others', { by: one.by, post: one.post })}</p>
        )
      ) : (
        <Outcome one={one} may={may} />
      )}
    </>
  )
}

/** Where an import stands; a step can be gone back to as long as nothing was taken. */
function stepOf(one: Import, part: string | undefined): Step {
  const { state, appliedAt } = one
  if (state === 'reading' || state === 'matching') return 'check'
  if (state === 'applying' || state === 'undoing' || state === 'undone' || appliedAt) return 'take'
  if ((part === 'list' || part === 'columns') && mayAskIn('read', state)) return part
  return isCompared(one) ? 'check' : 'list'
}

/** Why the former attempt did not come to its end. */
function Halted({ one: { state, problem } }: { one: Import }) {
  const { t, say } = useWords()
  if (!problem && state !== 'stopped') return null
  return (
    <p className="import-warning import-notice" role="alert">
      {problem ? say(problem) : t('import.stopped.early')}
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
