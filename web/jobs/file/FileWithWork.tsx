import { FileFindings } from '../../needs/waivers/FileFindings.tsx'
import { FilePage } from '../../people/file/FilePage.tsx'
import { MatchCard } from '../matching/MatchCard.tsx'
import { Offers } from '../offers/Offers.tsx'
import { FileReferrals } from '../referral/sections/FileReferrals.tsx'
import { JoinFromFile } from '../site/roster/JoinFromFile.tsx'
import { WishCard } from '../wish/WishCard.tsx'

/** A file with its findings, the work the person would take and what can be offered: the slice of people knows of none of it. */
export const FileWithWork = ({ params }: { params: Record<string, string> }) => (
  <FilePage params={params} Findings={FileFindings} Work={Work} />
)

/** Nothing is asked of or offered to somebody who has died; what was found for them stays readable. */
const Work = ({ person, died }: { person: number; died: boolean }) =>
  died ? (
    <FileReferrals person={person} />
  ) : (
    <>
      <WishCard person={person} />
      <MatchCard person={person} />
      <FileReferrals person={person} />
      <Offers person={person} />
      <JoinFromFile person={person} />
    </>
  )
