import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { PageShell } from '../ui/page/PageShell.tsx'
import { useWords } from '../words.ts'

export function NotFound() {
  const { t } = useWords()
  return (
    <PageShell title={t('ui.notFound')} lede={t('ui.notFound.how')}>
      <Go to={paths.overview()}>{t('ui.nav.overview')}</Go>
    </PageShell>
  )
}

export function NotAllowed({ permission }: { permission: string }) {
  const { t } = useWords()
  return (
    <PageShell title={t('ui.notAllowed')} lede={t('ui.notAllowed.how', { permission })}>
      <Go to={paths.overview()}>{t('ui.nav.overview')}</Go>
    </PageShell>
  )
}
