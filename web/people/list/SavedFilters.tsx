import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ask, client } from '../../api.ts'
import { useWords } from '../../words.ts'
import { useProblemWords } from '../problem-words.ts'

type Props = { filter: string | undefined; onApply: (filter: string) => void }
type Saved = { id: number; name: string; where: string }

/** One's own filters: apply, save under a name, drop with undo. */
export function SavedFilters({ filter, onApply }: Props) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { data } = useQuery(ask.listFilters({}))
  const reread = () => queries.invalidateQueries({ queryKey: ['listFilters'] })
  const drop = useDrop(reread)
  if (!data) return null
  return (
    <section className="saved-filters no-print" aria-label={t('filter.saved')}>
      <span className="soft">{t('filter.saved')}</span>
      {data.filters.length === 0 && <span className="soft">{t('filter.saved.how')}</span>}
      <ul>
        {data.filters.map((saved) => (
          <li key={saved.id}>
            <button
              type="button"
              className="link-button"
              aria-pressed={saved.where === filter}
              onClick={() => onApply(saved.where)}
            >
              {saved.name}
            </button>
            <button
              type="button"
              className="filter-drop"
              aria-label={t('filter.dropSaved', { name: saved.name })}
              onClick={() => drop(saved)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {filter !== undefined && <SaveAs filter={filter} onSaved={reread} />}
    </section>
  )
}

/** Drops a filter and offers it back for eight seconds. */
function useDrop(reread: () => Promise<void>) {
  const { t } = useWords()
  const { message } = App.useApp()
  const words = useProblemWords()
  const undo = async (saved: Saved) => {
    await client.saveFilter({ body: { name: saved.name, where: saved.where } })
    await reread()
    message.destroy(saved.id)
  }
  const drop = async (saved: Saved) => {
    await client.dropFilter({ params: { id: saved.id } })
    await reread()
    message.open({
      key: saved.id,
      type: 'info',
      duration: 8,
      content: (
        <>
          {t('filter.dropped', { name: saved.name })}{' '}
          <Button size="small" type="link" onClick={() => void undo(saved)}>
            {t('filter.undo')}
          </Button>
        </>
      ),
    })
  }
  return (saved: Saved) => void drop(saved).catch((error: unknown) => message.error(words(error)))
}

function SaveAs({ filter, onSaved }: { filter: string; onSaved: () => Promise<void> }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const words = useProblemWords()
  const [name, setName] = useState('')
  const save = async () => {
    await client.saveFilter({ body: { name: name.trim(), where: filter } })
    await onSaved()
    message.success(t('filter.save.done', { name: name.trim() }))
    setName('')
  }
  return (
    <form
      className="save-filter"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) void save().catch((error: unknown) => message.error(words(error)))
      }}
    >
      <input
        className="field"
        maxLength={60}
        value={name}
        aria-label={t('filter.save.name')}
        placeholder={t('filter.save.name')}
        title={t('filter.save.same')}
        onChange={(event) => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={name.trim() === ''}>
        {t('filter.save')}
      </Button>
    </form>
  )
}
