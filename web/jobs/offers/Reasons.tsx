import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { useWords } from '../../words.ts'

export type Judged = Reply<Api['listOffers']>['offers'][number]['conditions']

/** What fits, what does not and what is unknown of a person and a vacancy, in words. */
export function Reasons({ conditions }: { conditions: Judged }) {
  const { t, language } = useWords()
  const told = (['yes', 'no', 'unknown'] as const).flatMap((judgement) => {
    const names = conditions.filter((each) => each.judgement === judgement && each.condition !== 'openings')
    if (names.length === 0) return []
    const words = names.map(({ condition }) => t(`jobs.fit.${condition}`)).join(language === 'zh' ? '、' : ', ')
    return [{ judgement, text: t(`jobs.fit.${judgement}`, { names: words }) }]
  })
  return (
    <>
      {told.map(({ judgement, text }) => (
        <span key={judgement} className={judgement === 'yes' ? undefined : 'unknown'}>
          {text}{' '}
        </span>
      ))}
    </>
  )
}
