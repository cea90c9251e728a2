import { type ReactNode, useEffect, useRef } from 'react'
import type { To } from '../../paths.ts'
import { useWords } from '../../words.ts'
import { Go } from '../Go.tsx'

/** `title` stands in the window's title too; leave `to` out of the last crumb. */
export type Crumb = { label: string; to?: To }
type Props = {
  title: string
  lede?: ReactNode
  crumbs?: Crumb[]
  actions?: ReactNode
  children: ReactNode
}

/** Every page's frame: where one is, the heading, what can be done, the content. Focus goes to the heading on arrival. */
export function PageShell({ title, lede, crumbs, actions, children }: Props) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('ui.product')}`
  }, [title, t])
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
    arrived = true
  }, [])
  return (
    <div className="page">
      {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} label={t('ui.breadcrumb')} />}
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lede && <div className="page-lede">{lede}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
/** The first page of a visit leaves the focus where the browser put it. */
let arrived = false

function Crumbs({ crumbs, label }: { crumbs: Crumb[]; label: string }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.to ? <Go to={crumb.to}>{crumb.label}</Go> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
