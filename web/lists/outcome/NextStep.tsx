import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { countOf, type Import, type Outcome, takeable } from '../import.ts'
import { DiscardButton } from './DiscardButton.tsx'
import { DownloadRefused } from './DownloadRefused.tsx'
import { ResumeButton } from './ResumeButton.tsx'
import { TakeButton } from './TakeButton.tsx'
import { ToRows } from './ToRows.tsx'
import { UndoButton } from './UndoButton.tsx'

type Props = { one: Import; may: boolean }

/** Where the import stands in a sentence, and the one thing to do next. */
export function NextStep({ one, may }: Props) {
  const { t, say, language } = useWords()
  const kind = kindOf(one)
  return (
    <section className="panel import-next" aria-labelledby="next">
      <h2 id="next">{t(`import.${kind}.title`)}</h2>
      {one.problem && (
        <p className="import-warning" role="alert">
          {say(one.problem)}
        </p>
      )}
      {one.appliedAt && kind !== 'undone' && <Done one={one} at={one.appliedAt} />}
      {kind === 'undone' && one.undoneAt && <p>{t('import.undone.at', { at: instantText(one.undoneAt, language) })}</p>}
      {(kind === 'stopped' || kind === 'failed') && one.left && <p>{t(`import.left.${one.left}`)}</p>}
      {kind === 'result' && <Unchanged one={one} />}
      {may && <Acts one={one} kind={kind} />}
      {kind !== 'undone' && one.left !== 'read' && <Refused one={one} />}
    </section>
  )
}

type Kind = 'result' | 'done' | 'undone' | 'stopped' | 'failed'
function kindOf({ state, appliedAt }: Import): Kind {
  if (state === 'undone' || state === 'stopped' || state === 'failed') return state
  return appliedAt ? 'done' : 'result'
}

function Done({ one, at }: { one: Import; at: string }) {
  const { t, language } = useWords()
  const n = (outcome: Outcome) => numberText(countOf(one, outcome), language)
  return (
    <>
      <p>
        {t('import.done.rows', {
          at: instantText(at, language),
          new: n('new'),
          changed: n('changed'),
          same: n('same'),
        })}
      </p>
      {countOf(one, 'review') > 0 && (
        <p>
          <ToRows of="review">{t('import.done.review', { n: n('review') })}</ToRows>
        </p>
      )}
    </>
  )
}

function Unchanged({ one }: { one: Import }) {
  const { t, language } = useWords()
  const n = (outcome: 'review' | 'waiting') => numberText(countOf(one, outcome), language)
  return (
    <>
      <p>
        {t(one.begunAt ? 'import.left.apply' : 'import.result.unchanged')}{' '}
        {takeable(one) === 0 && t('import.result.nothing')}
      </p>
      {countOf(one, 'review') > 0 && (
        <p>
          <ToRows of="review">{t('import.result.review', { n: n('review') })}</ToRows>
        </p>
      )}
      {countOf(one, 'waiting') > 0 && <p>{t('import.result.waiting', { n: n('waiting') })}</p>}
    </>
  )
}

function Acts({ one, kind }: { one: Import; kind: Kind }) {
  const { t } = useWords()
  const { area } = useView()
  const { may, left } = one
  return (
    <div className="import-buttons">
      {may.includes('resume') && left && <ResumeButton one={one} work={left} />}
      {may.includes('apply') && !may.includes('resume') && <TakeButton one={one} />}
      {kind === 'done' && <Go to={paths.area(area)}>{t('import.done.figures')}</Go>}
      {may.includes('undo') && <UndoButton one={one} />}
      {may.includes('read') && <Go to={paths.import(one.id, { part: 'list' })}>{t('import.result.again')}</Go>}
      {may.includes('discard') && <DiscardButton one={one} />}
      {kind === 'undone' && <Go to={paths.newImport()}>{t('import.new')}</Go>}
    </div>
  )
}

/** What was not taken, as a workbook to be mended, and how it comes back. */
function Refused({ one }: { one: Import }) {
  const { t } = useWords()
  const n = countOf(one, 'refused') + countOf(one, 'review')
  if (n === 0) return null
  return (
    <div className="import-refused">
      <h3>{t('import.refused.title')}</h3>
      <p className="soft">{t('import.refused.how')}</p>
      <DownloadRefused one={one} n={n} />
    </div>
  )
}
