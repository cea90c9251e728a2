import { type ReactNode, useId } from 'react'

type Props = { children: ReactNode; hint: ReactNode; className?: string; label?: string }

/** Something with a word of explanation on hover, focus or tap; Escape closes it. */
export function Hint({ children, hint, className = '', label }: Props) {
  const id = useId()
  return (
    <span className={`hint ${className}`}>
      <button
        type="button"
        aria-describedby={id}
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      >
        {children}
      </button>
      <span role="tooltip" id={id} className="hint-sheet">
        {hint}
      </span>
    </span>
  )
}
