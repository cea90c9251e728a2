import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

/** How far an export is, read again every second until it is over, and the way to its file. */
export function ExportState({ id }: { id: number }) {
  const { t, say, language } = useWords()
  const { data, error } = useQuery({
    ...ask.getExport({ params: { id } }),
    refetchInterval: (query) => (isOver(query.state.data?.state) || query.state.error ? false : 1000),
  })
  if (error || !data) return <span className="soft">{error ? t('export.expired') : t('ui.loading')}</span>
  const n = numberText(data.rows, language)
  const words = {
    waiting: t('export.waiting'),
    running: t('export.running', { n }),
    done: t('export.done', { n }),
    failed: data.problem ? say(data.problem) : t('export.failed'),
    expired: t('export.expired'),
  }
  return (
    <span className={`export-state export-${data.state}`} role="status">
      {words[data.state]}
      {data.state === 'done' && (
        <>
          {' '}
          <a href={`/api/exports/${id}/file`} download>
            {t('export.download')}
          </a>{' '}
          {data.expiresAt && (
            <span className="soft">{t('export.until', { at: instantText(data.expiresAt, language) })}</span>
          )}
        </>
      )}
    </span>
  )
}

const isOver = (state: string | undefined) => state === 'done' || state === 'failed' || state === 'expired'
