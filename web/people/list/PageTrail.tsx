import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import { trailOf } from './page-trail.ts'

/** 上一页 / 下一页: each is an address; no page count, a figure is the total. */
export function PageTrail({ after, next }: { after: string | undefined; next: string | null }) {
  const { t } = useWords()
  const trail = trailOf(after, next)
  if (!trail.first && !trail.next) return null
  return (
    <nav className="pager" aria-label={t('people.pages')}>
      {trail.first && (
        <Go bare to={trail.first}>
          {t('ui.first')}
        </Go>
      )}
      {trail.previous && (
        <Go bare to={trail.previous} rel="prev">
          ← {t('people.previous')}
        </Go>
      )}
      {trail.number !== undefined && <span className="soft">{t('people.page', { n: trail.number })}</span>}
      {trail.next && (
        <Go bare to={trail.next} rel="next">
          {t('ui.next')} →
        </Go>
      )}
    </nav>
  )
}
