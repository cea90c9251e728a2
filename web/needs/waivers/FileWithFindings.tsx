import { FilePage } from '../../people/file/FilePage.tsx'
import { FileFindings } from './FileFindings.tsx'

/** A file with its findings on top: the slice of people knows nothing of waivers. */
export const FileWithFindings = ({ params }: { params: Record<string, string> }) => (
  <FilePage params={params} Findings={FileFindings} />
)
