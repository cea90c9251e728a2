import { useQuery } from '@tanstack/react-query'
import { ask } from '../api.ts'
import { Answer } from '../ui/Answer.tsx'
import { PageShell } from '../ui/PageShell.tsx'
import { useView } from '../view.ts'
import { useWords } from '../words.ts'

export function OverviewPage() {
  const { t } = useWords()
  const view = useView()
  const figures = useQuery(ask.listFigures({ query: { plan: view.plan, area: view.area, ...view.clocks } }))
  return (
    <PageShell title={t('ui.nav.overview')}>
      <Answer of={figures}>{(data) => <pre>{JSON.stringify(data.figures.length)}</pre>}</Answer>
    </PageShell>
  )
}
