import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { DEFAULTS, type RunSettings } from '#domain/jobs/matching/run-settings.ts'
import { vacancyKind } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { DayInput } from '../../ui/form/DayInput.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { go, withView } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import './matching.css'

type Chosen = Required<Omit<RunSettings, 'seed'>> & { seed: string }
type Kind = keyof typeof vacancyKind

/** Starts a run once for its form, and goes to it. */
export function useStart() {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const start = (settings: RunSettings) => {
    setBusy(true)
    setError(undefined)
    client
      .startMatchRun({ body: { clientId: clientId.current, settings } })
      .then(({ id }) => {
        void queries.invalidateQueries({ queryKey: ['listMatchRuns'] })
        go(withView(paths.matchRun(id)))
      })
      .catch((problem: unknown) => {
        // What was refused was not done: the next press is another command.
        clientId.current = crypto.randomUUID()
        setError(problem)
      })
      .finally(() => setBusy(false))
  }
  return { busy, error, start }
}

/** One button; beside it what may be chosen, each with what it does. */
export function StartPage() {
  const { t } = useWords()
  const { on } = useView()
  const { data: me } = useQuery(ask.getMe({}))
  const [chosen, setChosen] = useState<Chosen>({ ...DEFAULTS, kinds: [...DEFAULTS.kinds], on, seed: '' })
  const { busy, error, start } = useStart()
  const set = (change: Partial<Chosen>) => setChosen({ ...chosen, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { seed, ...rest } = chosen
    start({ ...rest, ...(seed.trim() && { seed: seed.trim() }) })
  }
  return (
    <PageShell
      title={t('match.start.title')}
      lede={t('match.start.lede')}
      crumbs={[{ label: t('match.title'), to: paths.matchRuns() }, { label: t('match.start.title') }]}
    >
      <form onSubmit={submit} aria-label={t('match.start.title')}>
        <section className="panel">
          <p>{t('match.start.frame', { area: me?.post.areaName ?? '' })}</p>
          <div className="match-acts">
            <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={chosen.kinds.length === 0}>
              {t('match.start.button')}
            </Button>
          </div>
          {error !== undefined && <Problem error={error} />}
        </section>
        <section className="panel" aria-labelledby="settings">
          <h2 id="settings">{t('match.start.settings')}</h2>
          <Settings chosen={chosen} set={set} />
        </section>
      </form>
    </PageShell>
  )
}

type Props = { chosen: Chosen; set: (change: Partial<Chosen>) => void }

function Settings({ chosen, set }: Props) {
  const { t } = useWords()
  return (
    <div className="match-settings">
      <Choice name="people" options={['need', 'wish']} value={chosen.people} onChoose={(people) => set({ people })} />
      <Kinds chosen={chosen} set={set} />
      <Setting label={t('match.set.on')} how={t('match.set.on.how')}>
        <DayInput label={t('match.set.on')} value={chosen.on} onChoose={(on) => set({ on })} />
      </Setting>
      <Count name="openingsShare" unit="%" min={1} max={100} {...{ chosen, set }} />
      <Count name="backUps" min={0} max={4} {...{ chosen, set }} />
      <Count name="factor" min={1} max={3} {...{ chosen, set }} />
      <Choice name="extent" options={['full', 'quick']} value={chosen.extent} onChoose={(extent) => set({ extent })} />
      <label className="match-setting">
        <span>{t('match.set.seed')}</span>
        <input
          className="field"
          maxLength={60}
          value={chosen.seed}
          onChange={(event) => set({ seed: event.target.value })}
        />
        <span className="soft">{t('match.set.seed.how')}</span>
      </label>
    </div>
  )
}

function Setting({ label, how, children }: { label: string; how: string; children: ReactNode }) {
  return (
    <div className="match-setting">
      <span>{label}</span>
      {children}
      <span className="soft">{how}</span>
    </div>
  )
}

type CountProps = Props & { name: 'openingsShare' | 'backUps' | 'factor'; unit?: string; min: number; max: number }

function Count({ name, unit = '', min, max, chosen, set }: CountProps) {
  const { t } = useWords()
  return (
    <label className="match-setting">
      <span>{t(`match.set.${name}`)}</span>
      <span>
        <input
          className="field"
          type="number"
          inputMode="numeric"
          required
          min={min}
          max={max}
          value={Number.isNaN(chosen[name]) ? '' : chosen[name]}
          onChange={(event) => set({ [name]: event.target.valueAsNumber })}
        />{' '}
        {unit}
      </span>
      <span className="soft">{t(`match.set.${name}.how`)}</span>
    </label>
  )
}

type ChoiceProps<T> = { options: readonly T[]; value: T; onChoose: (value: T) => void } & (
  | { name: 'people' }
  | { name: 'extent' }
)

function Choice<T extends 'need' | 'wish' | 'full' | 'quick'>({ name, options, value, onChoose }: ChoiceProps<T>) {
  const { t } = useWords()
  return (
    <fieldset>
      <legend>{t(`match.set.${name}`)}</legend>
      {options.map((option) => {
        const key = `match.set.${name}.${option}` as 'match.set.people.need'
        return (
          <label key={option} className="match-choice">
            <input type="radio" name={name} checked={value === option} onChange={() => onChoose(option)} />
            <span>{t(key)}</span>
            <span className="soft">{t(`${key}.how`)}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

function Kinds({ chosen, set }: Props) {
  const { t, say } = useWords()
  const toggle = (kind: Kind) =>
    set({ kinds: chosen.kinds.includes(kind) ? chosen.kinds.filter((one) => one !== kind) : [...chosen.kinds, kind] })
  return (
    <fieldset>
      <legend>{t('match.set.kinds')}</legend>
      <div className="match-kinds">
        {(Object.keys(vacancyKind) as Kind[]).map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={chosen.kinds.includes(kind)} onChange={() => toggle(kind)} />{' '}
            {say(vacancyKind[kind])}
          </label>
        ))}
      </div>
      <span className="soft">{t('match.set.kinds.how')}</span>
    </fieldset>
  )
}
