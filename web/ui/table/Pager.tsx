import type { To } from '../../paths.ts'
import { useWords } from '../../words.ts'
import { Go } from '../Go.tsx'
import { changed } from '../router.ts'

type Props = { after: string | undefined; next: string | null }

/** Keyset pages: forward by the list's own mark, back with the browser or to the start. */
export function Pager({ after, next }: Props) {
  const { t } = useWords()
  if (!after && !next) return null
  const to = (mark: string | undefined): To => changed({ after: mark })
  return (
    <nav className="pager" aria-label={t('ui.next')}>
      {after && (
        <Go bare to={to(undefined)}>
          {t('ui.first')}
        </Go>
      )}
      {next && (
        <Go bare to={to(next)} rel="next">
          {t('ui.next')} →
        </Go>
      )}
    </nav>
  )
}
