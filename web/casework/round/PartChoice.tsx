import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

export const PARTS = ['open', 'tried', 'reported', 'verified', 'changed'] as const
export type Part = (typeof PARTS)[number]
export const partOf = (text: string | undefined): Part | undefined => PARTS.find((part) => part === text)

/** The parts of the round with how many are in each; choosing one shows its people. */
export function PartChoice({ area, chosen }: { area: number; chosen: Part | undefined }) {
  const { t, language } = useWords()
  const { clocks } = useView()
  const { data } = useQuery(ask.getRoundCoverage({ query: { ...clocks, area } }))
  const total = data?.total
  const count = (part: Part | 'belongs') => (total ? numberText(total[part], language) : '…')
  return (
    <nav className="round-parts" aria-label={t('round.list')}>
      <Go
        bare
        to={changed({ part: undefined, after: undefined })}
        aria-current={chosen === undefined ? 'true' : undefined}
      >
        {t('round.part.all')} <b>{count('belongs')}</b>
      </Go>
      {PARTS.map((part) => (
        <Go
          bare
          key={part}
          to={changed({ part, after: undefined })}
          aria-current={chosen === part ? 'true' : undefined}
        >
          {t(`round.part.${part}`)} <b>{count(part)}</b>
        </Go>
      ))}
      {total !== undefined && total.unknown > 0 && (
        <span className="unknown">
          {t('round.part.unknown')} <b>{numberText(total.unknown, language)}</b> {t('round.part.unknown.how')}
        </span>
      )}
    </nav>
  )
}
