import { useQuery } from '@tanstack/react-query'
import { type Day, dayText } from '#domain/base/date.ts'
import { ask } from '../../api.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { changed, go } from '../router.ts'

type Props = { on: Day; knownAt: string | undefined }

/** The second clock: as known now, as reported where the month of the day was frozen, as known at the end of the day spoken of, or at a moment one names. */
export function KnownAtChoice({ on, knownAt }: Props) {
  const { plan, clocks } = useView()
  const reported = clocks.reported === true
  const { t } = useWords()
  const endOfDay = endOf(on)
  const months = useQuery({ ...ask.listMonths({ query: { plan } }), staleTime: 60_000 })
  const frozen = months.data?.months.find((line) => line.on === on && line.snapshot)
  const mode = reported ? 'reported' : knownAt === undefined ? 'now' : knownAt === endOfDay ? 'day' : 'moment'
  const choose = (chosen: string) => {
    if (chosen === 'reported') return go(changed({ reported: true, knownAt: frozen?.snapshot?.knownAt }))
    const moment = chosen === 'day' ? endOfDay : new Date().toISOString()
    go(changed({ reported: undefined, knownAt: chosen === 'now' ? undefined : moment }))
  }
  return (
    <fieldset className="as-of-field">
      <legend>{t('ui.asOf.knowledge')}</legend>
      <select
        className="field"
        aria-label={t('ui.asOf.knowledge')}
        value={mode}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="now">{t('ui.asOf.now')}</option>
        {(frozen?.snapshot || reported) && (
          <option value="reported">
            {frozen?.snapshot
              ? t('ui.asOf.reported.of', { month: frozen.month, edition: frozen.snapshot.edition })
              : t('ui.asOf.reported')}
          </option>
        )}
        <option value="day">{t('ui.asOf.then')}</option>
        <option value="moment">{t('ui.asOf.moment')}</option>
      </select>
      {mode === 'moment' && knownAt && <MomentInput knownAt={knownAt} />}
    </fieldset>
  )
}

function MomentInput({ knownAt }: { knownAt: string }) {
  const { t } = useWords()
  return (
    <input
      type="datetime-local"
      className="field"
      aria-label={t('ui.asOf.moment')}
      defaultValue={localText(knownAt)}
      onBlur={(event) => {
        const at = new Date(event.target.value)
        if (!Number.isNaN(at.getTime())) go(changed({ knownAt: at.toISOString() }))
      }}
    />
  )
}

/** The last moment of a day in Chongqing, whatever the reader's own zone. */
const endOf = (day: Day): string => new Date(`${day}T23:59:59+08:00`).toISOString()

function localText(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return ''
  const local = at.getTime() - at.getTimezoneOffset() * 60_000
  return `${dayText(Math.floor(local / 86_400_000))}T${new Date(local).toISOString().slice(11, 16)}`
}
