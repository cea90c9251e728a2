import { Button } from 'antd'
import { DayInput } from '../../ui/form/DayInput.tsx'
import { instantText, shareText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'
import { DiscardButton } from '../outcome/DiscardButton.tsx'
import { useFocus } from '../steps/use-import.ts'
import type { Choosing } from './ChooseStep.tsx'
import { LIKELY, SURE } from './choice.ts'
import { Missing } from './Missing.tsx'
import { SheetChoice } from './SheetChoice.tsx'

type Props = Choosing & { one: Import; busy: boolean; onBegin: () => void; onColumns: () => void }

/** What list it looks like, how sure that is and why; where the columns are all known the next step is the check. */
export function ListStep({ one, busy, onBegin, onColumns, ...choosing }: Props) {
  const { t, language } = useWords()
  const { choice, change, on } = choosing
  const { mends } = choosing.inspection
  const said = mends ? null : choice.sheet.says
  const straight = choice.open.length === 0 && choice.missing.length === 0 && !choice.twice
  const first = useFocus<HTMLButtonElement>()
  return (
    <form
      className="panel import-form"
      aria-labelledby="which-list"
      onSubmit={(event) => {
        event.preventDefault()
        if (straight) onBegin()
        else onColumns()
      }}
    >
      <h2 id="which-list">{t('import.list.title')}</h2>
      {mends && mends.sheet === choice.sheet.name ? (
        <p className="import-recognised">
          <b>{t('import.mends.list', { name: mends.fileName })}</b>{' '}
          <span className="soft">
            {t('import.mends.how', { at: instantText(mends.at, language), by: mends.by, post: mends.post })}
          </span>
        </p>
      ) : (
        <Recognised {...choosing} />
      )}
      <ListSelect {...choosing} />
      <SheetChoice {...choosing} />
      <div className="labelled">
        <span>{t('import.on')}</span>
        <DayInput label={t('import.on')} value={on} onChoose={(day) => change({ on: day })} />
        <span>
          {said && <b>{said === on ? t('import.on.said') : t('import.on.differs', { on: said })} </b>}
          {t('import.on.how')}
        </span>
      </div>
      <Missing of={choice} />
      <p className="import-buttons">
        <Button type="primary" htmlType="submit" ref={first} loading={busy} disabled={!choice.list}>
          {t(straight ? 'import.go.check' : 'import.go.columns')}
        </Button>
        {straight && choice.list && (
          <button type="button" className="link-button" onClick={onColumns}>
            {t('import.look.columns')}
          </button>
        )}
        {one.may.includes('discard') && <DiscardButton one={one} />}
      </p>
      <p className="soft">{t('import.go.check.how')}</p>
    </form>
  )
}

/** The list it looks like and the headings that say so. */
function Recognised({ choice }: Choosing) {
  const { t, say } = useWords()
  const { list, score, columns, best, sheet } = choice
  if (sheet.headRows === null) return <p className="import-warning">{t('import.sheet.noHead')}</p>
  if (!list) return <p className="import-warning">{t('import.list.unknown')}</p>
  if (score === null) return null
  const known = columns.filter(({ column }) => column !== null)
  const sure = score >= SURE ? 'sure' : score >= LIKELY ? 'likely' : 'unsure'
  const named = known.slice(0, 6).map(({ heading }) => heading)
  return (
    <div className="import-recognised">
      <p>
        <b>{t('import.list.looks', { list: say(list.name) })}</b>{' '}
        <span className={`tag import-${sure}`}>{t(`import.list.${sure}`)}</span>
      </p>
      <p className="soft">{say(list.origin)}</p>
      {best && (
        <p className="soft">
          {t('import.list.by', {
            n: columns.length,
            known: known.length,
            headings: named.join(t('import.list.comma')) + (known.length > named.length ? '…' : ''),
          })}
        </p>
      )}
    </div>
  )
}

function ListSelect({ choice, lists, change }: Choosing) {
  const { t, say, language } = useWords()
  const alike = choice.sheet.candidates.flatMap((candidate) => {
    const list = lists.find(({ key }) => key === candidate.list)
    return list ? [{ list, score: candidate.score }] : []
  })
  const others = lists.filter((list) => !alike.some((one) => one.list.key === list.key))
  return (
    <label className="labelled">
      <span>{t('import.list.choose')}</span>
      <select
        className="field"
        value={choice.list?.key ?? ''}
        required
        onChange={(event) => change({ list: event.target.value, mapping: {} })}
      >
        {!choice.list && <option value="">{t('import.list.choose.first')}</option>}
        {alike.map(({ list, score }) => (
          <option key={list.key} value={list.key}>
            {say(list.name)} · {t('import.list.like', { share: shareText(score, 1, language) })}
          </option>
        ))}
        <optgroup label={t('import.list.others')}>
          {others.map((list) => (
            <option key={list.key} value={list.key}>
              {say(list.name)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
