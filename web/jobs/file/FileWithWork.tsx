import { FileFindings } from '../../needs/waivers/FileFindings.tsx'
import { FilePage } from '../../people/file/FilePage.tsx'
import { WishCard } from '../wish/WishCard.tsx'

/** A file with its findings and the work the person would take: the slice of people knows of neither. */
export const FileWithWork = ({ params }: { params: Record<string, string> }) => (
  <FilePage params={params} Findings={FileFindings} Work={WishCard} />
)
