import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Problem } from '../../ui/Problem.tsx'
import { go, useSearch, withView } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { PlanData } from '../figure/figure.ts'

type Draft = {
  indicator: string
  confidence: 0.9 | 0.95 | 0.99
  error: string
  expected: string
  minimum: string
  seed: string
}
const CONFIDENCES = [0.9, 0.95, 0.99] as const

/** What is to be verified and how exactly; how many calls that takes is told before anything is drawn. */
export function DrawForm({ plan }: { plan: PlanData }) {
  const { t, say } = useWords()
  const { area, clocks } = useView()
  const search = useSearch()
  const callable = plan.indicators.filter(({ counts }) => counts === 'person')
  const [draft, setDraft] = useState<Draft>({
    indicator: search.indicator ?? callable[0]?.key ?? '',
    ...{ confidence: 0.95, error: '3', expected: '90', minimum: '5', seed: '' },
  })
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const wanted = {
    ...{ plan: plan.key, indicator: draft.indicator, area, on: clocks.on },
    ...(clocks.knownAt && { knownAt: clocks.knownAt }),
    ...{ confidence: draft.confidence, error: Number(draft.error) / 100, expected: Number(draft.expected) / 100 },
    minimum: Number(draft.minimum),
  }
  const fits =
    wanted.error >= 0.005 &&
    wanted.error <= 0.2 &&
    wanted.expected >= 0.5 &&
    wanted.expected <= 0.99 &&
    wanted.minimum >= 1
  const size = useQuery({ ...ask.planSample({ query: wanted }), enabled: fits })
  const { busy, error, draw } = useDraw(() => ({ ...wanted, ...(draft.seed.trim() && { seed: draft.seed.trim() }) }))
  return (
    <form
      className="draw-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (fits) draw()
      }}
    >
      <label className="labelled draw-wide">
        <span>{t('sample.indicator')}</span>
        <select className="field" value={draft.indicator} onChange={(event) => set({ indicator: event.target.value })}>
          {callable.map((one) => (
            <option key={one.key} value={one.key}>
              {say(one.name)}
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={t('sample.error')}
        value={draft.error}
        min={0.5}
        max={20}
        step={0.5}
        onType={(text) => set({ error: text })}
      />
      <label className="labelled">
        <span>{t('sample.confidence')}</span>
        <select
          className="field"
          value={draft.confidence}
          onChange={(event) => set({ confidence: Number(event.target.value) as Draft['confidence'] })}
        >
          {CONFIDENCES.map((one) => (
            <option key={one} value={one}>
              {one * 100}%
            </option>
          ))}
        </select>
      </label>
      <NumberField
        label={t('sample.expected')}
        hint={t('sample.expected.how')}
        value={draft.expected}
        min={50}
        max={99}
        step={1}
        onType={(text) => set({ expected: text })}
      />
      <NumberField
        label={t('sample.minimum')}
        value={draft.minimum}
        min={1}
        max={200}
        step={1}
        onType={(text) => set({ minimum: text })}
      />
      <label className="labelled draw-wide">
        <span>{t('sample.seed')}</span>
        <input
          className="field"
          autoComplete="off"
          pattern="[0-9A-Za-z\-]{6,64}"
          value={draft.seed}
          onChange={(event) => set({ seed: event.target.value })}
        />
        <small className="soft">{t('sample.seed.how')}</small>
      </label>
      {size.data && (
        <p className="draw-size" role="status">
          {t('sample.size', {
            drawn: size.data.drawn,
            size: size.data.size,
            allocation: t(`sample.allocation.${size.data.allocation}`),
          })}
        </p>
      )}
      {size.error && <Problem error={size.error} />}
      {error !== undefined && <Problem error={error} />}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!size.data}>
        {t('sample.go')}
      </Button>
    </form>
  )
}

/** Sends the draw once, whatever is pressed, and opens the sample. */
function useDraw(wanted: () => Omit<Parameters<typeof client.drawSample>[0]['body'], 'clientId'>) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const draw = () => {
    setBusy(true)
    setError(undefined)
    client
      .drawSample({ body: { clientId: clientId.current, ...wanted() } })
      .then(({ id }) => {
        void queries.invalidateQueries({ queryKey: ['listSamples'] })
        go(withView(paths.sample(id)))
      })
      .catch((problem) => {
        clientId.current = crypto.randomUUID()
        setError(problem)
      })
      .finally(() => setBusy(false))
  }
  return { busy, error, draw }
}

type FieldProps = {
  label: string
  hint?: string
  value: string
  min: number
  max: number
  step: number
  onType: (text: string) => void
}
function NumberField({ label, hint, onType, ...input }: FieldProps) {
  return (
    <label className="labelled">
      <span>{label}</span>
      <input className="field" type="number" required {...input} onChange={(event) => onType(event.target.value)} />
      {hint && <small className="soft">{hint}</small>}
    </label>
  )
}
