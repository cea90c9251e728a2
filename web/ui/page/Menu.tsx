import { type ReactNode, useRef } from 'react'

type Props = {
  /** What the closed menu shows. */
  label: ReactNode
  className?: string
  /** What it opens to; `close` is for what is chosen. */
  children: (close: () => void) => ReactNode
}

/** A sheet under a button: closes on Escape (the focus goes back), when the focus leaves it, and when something was chosen. */
export function Menu({ label, className = '', children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details
      className={`menu ${className}`}
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        menu.current?.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (!menu.current?.contains(event.relatedTarget)) close()
      }}
    >
      <summary>{label}</summary>
      <div className="menu-sheet">{children(close)}</div>
    </details>
  )
}
