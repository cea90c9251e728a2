import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { addressOf, type To } from '../paths.ts'
import { go, useAddress, withView } from './router.ts'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: To; bare?: boolean; children: ReactNode }

/** A link within the console: a real address (opens in a new tab, copies), and no reload on a plain click. */
export function Go({ to, bare = false, children, onClick, ...rest }: Props) {
  useAddress()
  const target = bare ? to : withView(to)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    go(target)
  }
  return (
    <a {...rest} href={addressOf(target)} onClick={follow}>
      {children}
    </a>
  )
}
