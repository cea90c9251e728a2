import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { WorkWishFacts } from '#domain/jobs/wish/wish.api.ts'
import { wishCannot, wishCompany, wishReach } from '#domain/jobs/wish/work-wish-codes.ts'
import { ApiError, client } from '../../api.ts'
import { CodeChoice } from '../../people/employment/CodeChoice.tsx'
import { provinces } from '../../people/employment/provinces.ts'
import { DayField } from '../../people/employment/RecordEmployment.tsx'
import { useSaving } from '../../people/employment/saving.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useOffers } from '../occupation-offers.ts'
import type { WorkWish } from './WishCard.tsx'

type Props = WorkWish & { person: number; onDone: () => void }
type Occupation = WorkWish['suggested'][number]
const MOST = 4
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

/** Two taps say enough: which work, and how far. The rest is asked where it matters. */
export function WishForm({ person, wish, suggested, onDone }: Props) {
  const { t, say } = useWords()
  const { on } = useView()
  const [chosen, setChosen] = useState<Occupation[]>(wish?.occupations ?? [])
  const [facts, setFacts] = useState<Omit<WorkWishFacts, 'occupations' | 'reach'> & { reach?: WorkWishFacts['reach'] }>(
    wish?.facts ?? {},
  )
  const saving = useSaving(person, onDone)
  const set = (change: Partial<WorkWishFacts>) => setFacts({ ...facts, ...change })
  const { reach, provinces: there = [] } = facts
  const ready = chosen.length > 0 && reach !== undefined && (reach !== 'away' || there.length > 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const body = {
      ...facts,
      reach,
      occupations: chosen.map(({ code }) => code),
      provinces: reach === 'away' ? there : [],
    }
    saving.save(() =>
      client.recordWorkWish({
        params: { id: person },
        body: {
          clientId: saving.clientId,
          on,
          seen: wish?.knownFrom ?? null,
          facts: body,
          ...confirmedOf(saving.error),
        },
      }),
    )
  }
  return (
    <form className="wish-form" onSubmit={submit}>
      <OccupationChips chosen={chosen} suggested={suggested} onChange={setChosen} />
      <fieldset>
        <legend>{t('jobs.wish.reach')}</legend>
        <div className="wish-chips">
          {Object.entries(wishReach).map(([code, words]) => (
            <Chip
              key={code}
              kind="radio"
              on={reach === code}
              onPick={() => set({ reach: code as keyof typeof wishReach })}
            >
              {say(words)}
            </Chip>
          ))}
        </div>
      </fieldset>
      {reach === 'away' && (
        <Several
          label={t('jobs.wish.provinces')}
          all={provinces.map(({ code, name }) => [code, say(name)])}
          on={there}
          most={5}
          onChange={(codes) => set({ provinces: codes })}
        />
      )}
      <details>
        <summary>{t('jobs.wish.more')}</summary>
        <div className="wish-form">
          <label className="labelled">
            <span>{t('jobs.wish.wage.yuan')}</span>
            <input
              className="field"
              type="number"
              inputMode="decimal"
              min={0}
              max={60_000}
              value={facts.wageFloorFen === undefined ? '' : facts.wageFloorFen / 100}
              onChange={({ target }) => {
                const { wageFloorFen: _, ...rest } = facts
                setFacts(target.value === '' ? rest : { ...rest, wageFloorFen: Math.round(Number(target.value) * 100) })
              }}
            />
          </label>
          <Several
            label={t('jobs.wish.cannot')}
            all={(Object.keys(wishCannot) as (keyof typeof wishCannot)[]).map((code) => [code, say(wishCannot[code])])}
            on={facts.cannot ?? []}
            most={12}
            onChange={(codes) => set({ cannot: codes })}
          />
          <Several
            label={t('jobs.wish.busy')}
            all={MONTHS.map((month) => [month, t('jobs.wish.month', { month })])}
            on={facts.busyMonths ?? []}
            most={11}
            onChange={(months) => set({ busyMonths: months })}
          />
          <CodeChoice
            label={t('jobs.wish.company')}
            codes={wishCompany}
            value={facts.company ?? ''}
            none={t('jobs.vacancy.notStated')}
            onChoose={(code) => {
              const { company: _, ...rest } = facts
              setFacts(code === '' ? rest : { ...rest, company: code as keyof typeof wishCompany })
            }}
          />
          <DayField
            label={t('jobs.wish.starts')}
            value={facts.startsOn ?? ''}
            onType={(day) => {
              const { startsOn: _, ...rest } = facts
              setFacts(day === '' ? rest : { ...rest, startsOn: day })
            }}
          />
        </div>
      </details>
      <p className="soft">{t('jobs.wish.on', { on })}</p>
      {saving.error !== undefined && <Problem error={saving.error} />}
      <Button type="primary" htmlType="submit" loading={saving.busy} disabled={!ready}>
        {t('jobs.wish.save')}
      </Button>
    </form>
  )
}

/** Findings that the refusal named: pressing again leaves them standing. */
function confirmedOf(error: unknown): { confirmed?: string[] } {
  if (!(error instanceof ApiError) || error.code !== 'needs.finding.unconfirmed') return {}
  return {
    confirmed: String(error.where.findings ?? '')
      .split(',')
      .filter(Boolean),
  }
}

type ChipsProps = { chosen: Occupation[]; suggested: Occupation[]; onChange: (chosen: Occupation[]) => void }

/** Occupations by a tap: those most wanted just now, and whatever is found by name. */
function OccupationChips({ chosen, suggested, onChange }: ChipsProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const offers = useOffers(typed)?.slice(0, 6) ?? []
  const others = [...offers, ...suggested].filter(
    ({ code }, at, all) =>
      all.findIndex((each) => each.code === code) === at && !chosen.some((one) => one.code === code),
  )
  return (
    <fieldset>
      <legend>{t('jobs.wish.occupations.how')}</legend>
      <div className="wish-chips">
        {chosen.map((one) => (
          <Chip
            key={one.code}
            kind="checkbox"
            on
            onPick={() => onChange(chosen.filter(({ code }) => code !== one.code))}
          >
            {one.name}
          </Chip>
        ))}
        {others.map(({ code, name }) => (
          <Chip
            key={code}
            kind="checkbox"
            on={false}
            disabled={chosen.length >= MOST}
            onPick={() => onChange([...chosen, { code, name }])}
          >
            {name}
          </Chip>
        ))}
      </div>
      <label className="labelled">
        <span>{t('jobs.vacancy.occupation.search')}</span>
        <input className="field" maxLength={60} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
    </fieldset>
  )
}

type ChipProps = { kind: 'radio' | 'checkbox'; on: boolean; disabled?: boolean; onPick: () => void; children: string }
function Chip({ kind, on, disabled = false, onPick, children }: ChipProps) {
  return (
    <label className="wish-chip">
      <input type={kind} checked={on} disabled={disabled} onChange={onPick} />
      {children}
    </label>
  )
}

type SeveralProps<C> = {
  label: string
  all: [C, string][]
  on: readonly C[]
  most: number
  onChange: (on: C[]) => void
}
function Several<C extends string | number>({ label, all, on, most, onChange }: SeveralProps<C>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="wish-chips">
        {all.map(([code, words]) => (
          <Chip
            key={code}
            kind="checkbox"
            on={on.includes(code)}
            disabled={!on.includes(code) && on.length >= most}
            onPick={() => onChange(on.includes(code) ? on.filter((each) => each !== code) : [...on, code])}
          >
            {words}
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
