import { ImportPage } from '../../lists/steps/ImportPage.tsx'
import { ChooseOccupations } from './ChooseOccupations.tsx'

/** An import, and of a list of vacancies what its words mean: the slice of lists knows of no occupations. */
export const ImportPageWithWork = ({ params }: { params: Record<string, string> }) => (
  <ImportPage params={params} Asks={ChooseOccupations} />
)
