import { useQuery } from '@tanstack/react-query'
import { ask } from '../../../api.ts'
import { Answer } from '../../../ui/Answer.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { ReferralTable } from '../ReferralTable.tsx'
import { WageClaims } from './WageClaims.tsx'

/** What a person was referred to and what came of it, and the wages they are owed. */
export function FileReferrals({ person }: { person: number }) {
  const { t } = useWords()
  const { on } = useView()
  const answer = useQuery(ask.listPersonReferrals({ params: { id: person }, query: { on } }))
  return (
    <section className="panel" aria-labelledby="file-referrals">
      <h2 id="file-referrals">{t('referral.file')}</h2>
      <Answer of={answer} lines={2}>
        {({ referrals, claims }) => (
          <>
            <ReferralTable
              lines={referrals}
              caption={t('referral.file')}
              empty={t('referral.file.none')}
              without="person"
            />
            <WageClaims person={person} claims={claims} employer={referrals.find((line) => line.placedOn)?.employer} />
          </>
        )}
      </Answer>
    </section>
  )
}
