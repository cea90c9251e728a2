import { useEffect } from 'react'
import { paths } from '../paths.ts'
import { go, withView } from '../ui/router.ts'

/** `/` goes to the search box of the page, or to the search page; never while somebody types. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const box = document.querySelector<HTMLElement>('main [data-search]')
      if (box) box.focus()
      else go(withView(paths.search()))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
