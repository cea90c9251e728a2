import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../people/identity/sending.ts'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { type Draft, useDraft } from '../choose/draft.ts'
import type { Import, ImportRow, ListKind } from '../import.ts'
import { OtherFile } from './OtherFile.tsx'
import { cellOf, RowName } from './RowName.tsx'
import { RowSays } from './RowSays.tsx'
import { Told } from './Told.tsx'

type Props = { one: Import; rows: ImportRow[]; list: ListKind | undefined }
type Decision = Draft['decisions'][number]

/** Rows of which an officer must say whose they are; recorded together, since every row is compared again then. */
export function ReviewRows({ one, rows, list }: Props) {
  const { t } = useWords()
  const [draft, change] = useDraft(one.id)
  const { clientId, busy, error, send } = useSending()
  const taken = one.appliedAt !== null
  const opens = list?.opensFiles ?? false
  const chosen = Object.entries(draft.decisions).map(([row, decision]) => ({ row: Number(row), decision }))
  const save = () =>
    send(
      () => client.decideImportRows({ params: { id: one.id }, body: { clientId, decisions: chosen.slice(0, 500) } }),
      t(taken ? 'import.review.taking' : 'import.review.saved'),
      () => change({ decisions: {} }),
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) save()
      }}
    >
      <h2>{t('import.review.title')}</h2>
      <p className="soft">
        {t(taken ? 'import.review.late' : 'import.review.how')} {list && !opens && t('import.review.opensNone')}
      </p>
      <ul className="import-rows">
        {rows.map((row) => (
          <li key={row.row} className="import-row">
            <ReviewRow
              row={row}
              list={list}
              chosen={draft.decisions[row.row]}
              onChoose={(decision) => change({ decisions: { ...draft.decisions, [row.row]: decision } })}
            />
          </li>
        ))}
      </ul>
      {error !== undefined && <Problem error={error} />}
      <p className={chosen.length > 0 ? 'import-buttons import-save' : 'import-buttons'}>
        <Button type="primary" htmlType="submit" loading={busy} disabled={chosen.length === 0}>
          {chosen.length === 0
            ? t('import.review.none')
            : t(taken ? 'import.review.take' : 'import.review.save', { n: chosen.length })}
        </Button>
      </p>
    </form>
  )
}

type RowProps = {
  row: ImportRow
  list: ListKind | undefined
  chosen: Decision | undefined
  onChoose: (decision: Decision) => void
}

/** What the row says beside the files it may belong to. */
function ReviewRow({ row, list, chosen, onChoose }: RowProps) {
  const { t } = useWords()
  const name = cellOf(row, list, 'name') ?? ''
  const [found, setFound] = useState<{ id: number; name: string }>()
  const isOther = typeof chosen === 'number' && row.candidates.every(({ id }) => id !== chosen)
  return (
    <div className="import-review">
      <div>
        <p>
          <RowName row={row} list={list} />
        </p>
        <RowSays row={row} list={list} />
        <Told row={row} list={list} />
      </div>
      <fieldset>
        <legend>{t('import.review.of', { n: row.row, name })}</legend>
        {row.candidates.map((person) => (
          <p key={person.id}>
            <Choose row={row.row} chosen={chosen === person.id} onChoose={() => onChoose(person.id)}>
              {t('import.review.this')} <b>{person.name}</b>{' '}
              <span className="soft">
                {[person.identity, person.birthDate, person.areaName].filter(Boolean).join(' · ')}
              </span>
            </Choose>{' '}
            <Go to={paths.file(person.id)}>{t('import.review.look')}</Go>
          </p>
        ))}
        {isOther && (
          <p>
            <Choose row={row.row} chosen onChoose={() => {}}>
              {t('import.review.this')} <b>{found?.id === chosen ? found.name : t('import.review.other.chosen')}</b>
            </Choose>{' '}
            <Go to={paths.file(chosen)}>{t('import.review.look')}</Go>
          </p>
        )}
        {(list?.opensFiles ? (['open', 'leaveOut'] as const) : (['leaveOut'] as const)).map((decision) => (
          <p key={decision}>
            <Choose row={row.row} chosen={chosen === decision} onChoose={() => onChoose(decision)}>
              {t(`import.review.${decision}`)}
            </Choose>
          </p>
        ))}
        <OtherFile
          onChoose={(person) => {
            setFound(person)
            onChoose(person.id)
          }}
        />
      </fieldset>
    </div>
  )
}

type ChooseProps = { row: number; chosen: boolean; onChoose: () => void; children: ReactNode }

function Choose({ row, chosen, onChoose, children }: ChooseProps) {
  return (
    <label>
      <input type="radio" name={`row-${row}`} checked={chosen} onChange={onChoose} /> {children}
    </label>
  )
}
