import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useWords } from '../../words.ts'

/** An address that names something the chosen plan does not have. */
export function MissingFromPlan({ what }: { what: string }) {
  const { t } = useWords()
  return (
    <PageShell title={t('indicators.missing', { key: what })} lede={t('indicators.missing.how')}>
      <Go to={paths.overview()}>{t('ui.nav.overview')}</Go>
    </PageShell>
  )
}
