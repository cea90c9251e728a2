import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { go, withView } from '../../ui/router.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useWords } from '../../words.ts'
import { Reason } from './Reason.tsx'
import { useSending } from './sending.ts'
import '../employment/employment.css'
import './identity.css'

type Comparison = Reply<Api['compareFiles']>
type Field = Comparison['fields'][number]
type Overlap = Comparison['overlaps'][number]
const keyOf = ({ record, one, other }: Overlap) => `${record} ${one.id} ${other.id}`

/** 并档: two files side by side, what each gives, and what cannot stand twice. */
export function MergePage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const [id, other] = [Number(params.id), Number(params.other)]
  const comparison = useQuery({ ...ask.compareFiles({ params: { id, other } }), retry: false })
  return (
    <PageShell
      title={t('identity.merge')}
      lede={t('identity.merge.lede')}
      actions={<Go to={paths.merge(other, id)}>{t('identity.merge.swap')}</Go>}
    >
      <Answer of={comparison} lines={12}>
        {(data) => <MergeForm key={`${id} ${other}`} data={data} />}
      </Answer>
    </PageShell>
  )
}

function MergeForm({ data }: { data: Comparison }) {
  const { t } = useWords()
  const [take, setTake] = useState<ReadonlySet<string>>(new Set())
  const [kept, setKept] = useState<Readonly<Record<string, 'one' | 'other'>>>({})
  const [reason, setReason] = useState('')
  const sending = useSending()
  const send = () =>
    client.askMerge({
      params: { id: data.one.id },
      body: {
        clientId: sending.clientId,
        other: data.other.id,
        take: [...take],
        leaveOut: leftOut(data.overlaps, kept),
        reason,
      },
    })
  const choose = (key: string, fromOther: boolean) => {
    const next = new Set(take)
    if (fromOther) next.add(key)
    else next.delete(key)
    setTake(next)
  }
  return (
    <form
      className="merge-form"
      onSubmit={(event) => {
        event.preventDefault()
        sending.send(send, t('identity.merge.asked'), () => go(withView(paths.file(data.one.id))))
      }}
    >
      <section className="panel">
        <FieldTable data={data} take={take} onChoose={choose} />
        <UnsaidFields fields={data.fields} />
      </section>
      <Overlaps overlaps={data.overlaps} kept={kept} onKeep={(key, side) => setKept({ ...kept, [key]: side })} />
      <Moves moves={data.moves} />
      <section className="panel work-form">
        <Reason value={reason} onType={setReason} />
        {sending.error !== undefined && <Problem error={sending.error} />}
        <Button
          type="primary"
          htmlType="submit"
          loading={sending.busy}
          disabled={data.overlaps.some(({ mend }) => mend === 'settle')}
        >
          {t('identity.merge.ask')}
        </Button>
      </section>
    </form>
  )
}

/** The row of each contradiction that does not stay, each once. */
function leftOut(overlaps: readonly Overlap[], kept: Readonly<Record<string, 'one' | 'other'>>) {
  const out = overlaps.map((overlap) => ({
    record: overlap.record,
    id: (kept[keyOf(overlap)] === 'other' ? overlap.one : overlap.other).id,
  }))
  return [...new Map(out.map((each) => [`${each.record} ${each.id}`, each])).values()]
}

function UnsaidFields({ fields }: { fields: Field[] }) {
  const { t, say } = useWords()
  const unsaid = fields.filter(({ one, other }) => one === null && other === null)
  if (unsaid.length === 0) return null
  const names = unsaid.map(({ label }) => say(label)).join(t('household.and'))
  return <p className="soft">{t('identity.merge.unsaid', { n: unsaid.length, names })}</p>
}

type FieldProps = { data: Comparison; take: ReadonlySet<string>; onChoose: (key: string, fromOther: boolean) => void }
function FieldTable({ data, take, onChoose }: FieldProps) {
  const { t, say } = useWords()
  const side = (field: Field, fromOther: boolean) => {
    const words = say(fromOther ? field.other : field.one) || t('file.none')
    if (!field.differs || field.onlyOther || field.other === null)
      return <span className={field.differs ? undefined : 'soft'}>{words}</span>
    return (
      <label className="merge-choice">
        <input
          type="radio"
          name={field.key}
          checked={take.has(field.key) === fromOther}
          onChange={() => onChoose(field.key, fromOther)}
        />
        {words}
      </label>
    )
  }
  // What differs is to be chosen, so it stands on top; what neither file says is told by its number.
  const said = data.fields.filter(({ one, other }) => one !== null || other !== null)
  return (
    <DataTable
      caption={t('identity.merge')}
      columns={[
        { key: 'field', title: t('identity.merge.field'), head: true, cell: (field: Field) => say(field.label) },
        {
          key: 'one',
          title: t('identity.merge.survivor', { name: data.one.name }),
          cell: (field) => side(field, false),
        },
        {
          key: 'other',
          title: t('identity.merge.closed', { name: data.other.name }),
          cell: (field) => side(field, true),
        },
      ]}
      rows={said.toSorted((a, b) => Number(b.differs) - Number(a.differs))}
      keyOf={(field) => field.key}
    />
  )
}

type OverlapProps = {
  overlaps: readonly Overlap[]
  kept: Readonly<Record<string, 'one' | 'other'>>
  onKeep: (key: string, side: 'one' | 'other') => void
}
function Overlaps({ overlaps, kept, onKeep }: OverlapProps) {
  const { t, say } = useWords()
  if (overlaps.length === 0) return null
  return (
    <section className="panel" aria-labelledby="overlaps">
      <h2 id="overlaps">{t('identity.merge.overlaps')}</h2>
      {overlaps.map((overlap) => (
        <fieldset key={keyOf(overlap)} className="overlap">
          <legend>{say(overlap.label)}</legend>
          {overlap.mend === 'settle' && <p className="unknown">{t('identity.merge.settle')}</p>}
          {(['one', 'other'] as const).map((side) => (
            <label key={side} className="merge-choice">
              <input
                type="radio"
                name={keyOf(overlap)}
                disabled={overlap.mend === 'settle'}
                checked={(kept[keyOf(overlap)] ?? 'one') === side}
                onChange={() => onKeep(keyOf(overlap), side)}
              />
              {say(overlap[side].words)}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}

function Moves({ moves }: Pick<Comparison, 'moves'>) {
  const { t, say } = useWords()
  return (
    <section className="panel" aria-labelledby="moves">
      <h2 id="moves">{t('identity.merge.moves')}</h2>
      {moves.length === 0 && <p className="soft">{t('identity.merge.moves.none')}</p>}
      <p>{moves.map(({ label, rows }) => `${say(label)} ${t('identity.merge.rows', { n: rows })}`).join(' · ')}</p>
    </section>
  )
}
