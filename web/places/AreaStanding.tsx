import type { Api } from '#domain/api.ts'
import { addDays } from '#domain/base/date.ts'
import type { Reply } from '#domain/base/route.ts'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { Hint } from '../ui/Hint.tsx'
import { useWords } from '../words.ts'
import { levelWord } from './level.ts'

type AreaAnswer = Reply<Api['getArea']>
type Props = { area: AreaAnswer['area']; links: AreaAnswer['links'] }

/** Level, code, since when the division holds, whether its code is official, and what it came from or became. */
export function AreaStanding({ area, links }: Props) {
  const { t } = useWords()
  return (
    <>
      <span className="standing">
        {t(levelWord(area.level))} · <span className="num">{area.code}</span> ·{' '}
        {area.validTo === null
          ? t('places.valid.open', { from: area.validFrom })
          : t('places.valid', { from: area.validFrom, to: area.validTo })}
        {area.unverified && (
          <Hint className="tag state-behind" hint={t('places.unverified.how')}>
            {t('places.unverified')}
          </Hint>
        )}
      </span>
      {links.length > 0 && (
        <ul className="area-links" aria-label={t('places.links')}>
          {links.map((link) => (
            <li key={`${link.direction} ${link.code}`}>
              <Go to={{ ...paths.area(link.code), search: { area: link.code, on: dayOf(link) } }}>
                {t(`places.link.${link.direction}`, { on: link.on, name: link.name })}
              </Go>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The other area is shown on a day on which it existed. */
function dayOf({ direction, on }: AreaAnswer['links'][number]): string {
  return direction === 'to' ? on : addDays(on, -1)
}
