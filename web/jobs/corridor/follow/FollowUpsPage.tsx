import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { AreaDrill } from '../../../people/list/AreaDrill.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Go } from '../../../ui/Go.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { PrintButton } from '../../../ui/page/PrintButton.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { FollowUpItem } from './FollowUpItem.tsx'
import '../../../people/people.css'
import '../../jobs.css'
import '../corridor.css'

export type FollowUp = Reply<Api['listFollowUps']>['lines'][number]

/** Whom to call: one tap where all is as it should be, the wages asked for on the way, the return where somebody is back. */
export function FollowUpsPage() {
  const { t, language } = useWords()
  const { clocks, area } = useView()
  const answer = useQuery(ask.listFollowUps({ query: { ...clocks, area } }))
  const days = answer.data?.days.join(language === 'zh' ? '、' : ', ') ?? ''
  return (
    <PageShell
      title={t('follow.title')}
      lede={
        <>
          <AreaDrill />
          <p>{t('follow.lede', { days })}</p>
        </>
      }
      crumbs={[{ label: t('corridor.title'), to: paths.corridors() }, { label: t('follow.title') }]}
      actions={
        <>
          <Go to={paths.finding('wages-unpaid')}>{t('follow.findings')}</Go>
          <PrintButton />
        </>
      }
    >
      <Answer of={answer} lines={10}>
        {({ lines, total }) => (
          <section className="panel" aria-label={t('follow.title')}>
            <p role="status">
              {total === 0 ? t('follow.none') : t('follow.total', { n: numberText(total, language) })}
            </p>
            <ul>
              {lines.map((line) => (
                <FollowUpItem key={`${line.id}:${line.afterDays}`} line={line} />
              ))}
            </ul>
          </section>
        )}
      </Answer>
    </PageShell>
  )
}
