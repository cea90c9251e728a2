import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../api.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { ReferralTable } from '../ReferralTable.tsx'

/** Who of the post's area was referred to a vacancy, and how far that is. */
export function VacancyReferrals({ vacancy }: { vacancy: number }) {
  const { t } = useWords()
  const { on } = useView()
  const answer = useQuery(ask.listVacancyReferrals({ params: { id: vacancy }, query: { on } }))
  return (
    <section className="panel" aria-labelledby="vacancy-referrals">
      <h2 id="vacancy-referrals">{t('referral.people')}</h2>
      <Answer of={answer} lines={2}>
        {({ referrals }) => (
          <ReferralTable
            lines={referrals}
            caption={t('referral.people')}
            empty={t('referral.people.none')}
            without="vacancy"
          />
        )}
      </Answer>
    </section>
  )
}
