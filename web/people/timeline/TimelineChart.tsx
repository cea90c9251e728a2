import { useWords } from '../../words.ts'
import type { Spell } from '../file/file-view.ts'
import { scaleOf, stacked, standingOf } from './spell-clock.ts'

type Props = { spells: readonly Spell[]; on: string; knownAt: string | undefined }

/** Spells as bars, a lane for each kind; the list below says the same in words. */
export function TimelineChart({ spells, on, knownAt }: Props) {
  const { t, say } = useWords()
  const scale = scaleOf(spells, on)
  const years = Array.from({ length: scale.last - scale.first }, (_, i) => scale.first + i)
  const step = Math.ceil(years.length / 8)
  const lanes = [...Map.groupBy(spells, (spell) => spell.record)]
  const percent = (day: string) => `${scale.at(day) * 100}%`
  return (
    <div className="time-chart" role="img" aria-label={t('time.chart', { n: spells.length })}>
      <div className="time-years">
        {years
          .filter((_, i) => i % step === 0)
          .map((year) => (
            <span key={year} style={{ left: percent(`${year}-01-01`) }}>
              {year}
            </span>
          ))}
      </div>
      {lanes.map(([record, lane]) => (
        <div key={record} className="time-lane">
          {stacked(lane).map((row) => (
            <div key={row[0]!.id + row[0]!.knownFrom} className="time-row">
              {row.map((spell) => (
                <span
                  key={spell.id + spell.knownFrom}
                  className={`time-bar time-${standingOf(spell, knownAt)} time-${record}`}
                  style={{
                    left: percent(spell.from),
                    width: `${Math.max(0.6, (scale.at(spell.to ?? on) - scale.at(spell.from)) * 100)}%`,
                  }}
                  title={`${say(spell.title)} ${spell.from}`}
                >
                  {say(spell.title)}
                </span>
              ))}
            </div>
          ))}
        </div>
      ))}
      <span className="time-on" style={{ left: percent(on) }} />
    </div>
  )
}
