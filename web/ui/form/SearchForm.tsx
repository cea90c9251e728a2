import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../../words.ts'

type Props = { label: string; children: ReactNode; busy?: boolean; onSearch: () => void; onReset?: () => void }

/** Fields in a row, search on Enter, clear beside it. */
export function SearchForm({ label, children, busy = false, onSearch, onReset }: Props) {
  const { t } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch()
  }
  return (
    <search>
      <form className="search-form" aria-label={label} onSubmit={submit}>
        {children}
        <div className="search-form-buttons">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('ui.search')}
          </Button>
          {onReset && <Button onClick={onReset}>{t('ui.reset')}</Button>}
        </div>
      </form>
    </search>
  )
}
