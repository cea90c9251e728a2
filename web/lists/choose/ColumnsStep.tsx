import { Button } from 'antd'
import type { Ref } from 'react'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { useFocus } from '../steps/use-import.ts'
import type { Choosing } from './ChooseStep.tsx'
import { ColumnSelect } from './ColumnSelect.tsx'
import type { Taken } from './choice.ts'
import { Missing } from './Missing.tsx'

type Props = Choosing & { busy: boolean; onBegin: () => void; onBack: () => void }

/** Every column of the file and what it is taken for; those for the officer to decide stand first. */
export function ColumnsStep({ busy, onBegin, onBack, ...choosing }: Props) {
  const { t, say } = useWords()
  const { choice } = choosing
  const first = useFocus<HTMLButtonElement>()
  // A column that was told by hand stays where it was, so that nothing jumps under the hand.
  const wasOpen = (one: Taken) => one.by === 'none' || (one.by === 'hand' && found(one) === null && choice.best)
  const found = ({ place }: Taken) => choice.sheet.columns[place]?.column || null
  const real = choice.columns.filter(({ heading, samples }) => heading !== '' || samples.some(Boolean))
  const open = real.filter(wasOpen)
  const known = real.filter((one) => !wasOpen(one))
  return (
    <form
      className="panel import-form"
      aria-labelledby="columns"
      onSubmit={(event) => {
        event.preventDefault()
        onBegin()
      }}
    >
      <h2 id="columns">{t('import.columns.title')}</h2>
      {!choice.best && choice.list && <p>{t('import.columns.other', { list: say(choice.list.name) })}</p>}
      <Missing of={choice} />
      <Buttons busy={busy} first={first} stopped={choice.twice !== undefined} onBack={onBack} />
      {open.length > 0 && (
        <>
          <h3>{t('import.columns.open', { n: open.length })}</h3>
          <p className="soft">{t('import.columns.open.how')}</p>
          <Columns columns={open} {...choosing} />
        </>
      )}
      {known.length > 0 && (
        <details open={open.length === 0}>
          <summary>{t('import.columns.known', { n: known.length })}</summary>
          <Columns columns={known} {...choosing} />
        </details>
      )}
    </form>
  )
}

type ButtonsProps = { busy: boolean; first: Ref<HTMLButtonElement>; stopped: boolean; onBack: () => void }

function Buttons({ busy, first, stopped, onBack }: ButtonsProps) {
  const { t } = useWords()
  return (
    <p className="import-buttons">
      <Button type="primary" htmlType="submit" ref={first} loading={busy} disabled={stopped}>
        {t('import.go.check')}
      </Button>
      <Button onClick={onBack}>{t('import.back.list')}</Button>
    </p>
  )
}

function Columns({ columns: rows, ...choosing }: Choosing & { columns: Taken[] }) {
  const { t } = useWords()
  const nameOf = ({ heading, place }: Taken) => heading || t('import.columns.blank', { n: place + 1 })
  const notes = {
    heading: t('import.columns.byHeading'),
    remembered: t('import.columns.remembered'),
    hand: t(choosing.choice.best ? 'import.columns.byHand' : 'import.columns.byHandOnce'),
    auto: t('import.columns.auto'),
    none: t('import.columns.left'),
    counting: t('import.columns.counting'),
    reasons: t('import.columns.reasons'),
  }
  const columns: Column<Taken>[] = [
    { key: 'heading', title: t('import.columns.heading'), head: true, cell: nameOf },
    {
      key: 'samples',
      title: t('import.columns.samples'),
      cell: ({ samples }) => <span className="soft">{[...new Set(samples.filter(Boolean))].join(' · ') || '–'}</span>,
    },
    {
      key: 'taken',
      title: t('import.columns.taken'),
      cell: (one) => one.by !== 'reasons' && <ColumnSelect of={one} name={nameOf(one)} {...choosing} />,
    },
    { key: 'note', title: t('import.columns.note'), cell: ({ by }) => <span className="soft">{notes[by]}</span> },
  ]
  return <DataTable caption={t('import.columns.title')} columns={columns} rows={rows} keyOf={({ place }) => place} />
}
