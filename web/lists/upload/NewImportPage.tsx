import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { go, withView } from '../../ui/router.ts'
import { useWords } from '../../words.ts'
import { ImportSteps } from '../steps/ImportSteps.tsx'
import { DropZone } from './DropZone.tsx'
import { useSizeText } from './size-text.ts'
import { KINDS, MOST_BYTES, type Upload, uploadFile } from './upload-file.ts'
import '../lists.css'

/** First step: a file, dropped anywhere on the page or chosen; it is sent at once and the next step opens. */
export function NewImportPage() {
  const { t } = useWords()
  const sizeText = useSizeText()
  const queries = useQueryClient()
  const [sending, setSending] = useState<{ file: File; sent: number }>()
  const [refusal, setRefusal] = useState<string>()
  const [error, setError] = useState<unknown>()
  const upload = useRef<Upload | null>(null)
  useEffect(() => () => upload.current?.cancel(), [])
  const take = (files: readonly File[]) => {
    setError(undefined)
    const [file] = files
    if (!file || sending) return
    const wrong = wrongWith(files, file)
    setRefusal(wrong && t(wrong, { name: file.name, size: sizeText(file.size) }))
    if (wrong) return
    setSending({ file, sent: 0 })
    upload.current = uploadFile(file, (sent) => setSending({ file, sent }))
    upload.current.done
      .then((id) => {
        void queries.invalidateQueries({ queryKey: ['listImports'] })
        go(withView(paths.import(id)), { replace: true })
      })
      .catch((problem) => {
        setSending(undefined)
        setError(problem)
      })
  }
  const cancel = () => {
    upload.current?.cancel()
    setSending(undefined)
  }
  return (
    <PageShell
      title={t('import.new')}
      crumbs={[{ label: t('import.title'), to: paths.imports() }, { label: t('import.new') }]}
    >
      <ImportSteps at="file" />
      <section className="panel" aria-labelledby="drop">
        <h2 id="drop">{t('import.drop.title')}</h2>
        {refusal && (
          <p className="import-warning" role="alert">
            {refusal}
          </p>
        )}
        {error !== undefined && <Problem error={error} />}
        {sending ? (
          <div className="import-work" role="status">
            <p>
              {t('import.drop.sent', {
                name: sending.file.name,
                done: sizeText(sending.sent),
                size: sizeText(sending.file.size),
              })}
            </p>
            <progress max={sending.file.size} value={sending.sent} aria-label={t('import.drop.title')} />
            <p>
              <button type="button" className="link-button" onClick={cancel}>
                {t('import.drop.cancel')}
              </button>
            </p>
          </div>
        ) : (
          <DropZone accept={KINDS.join(',')} onFiles={take} />
        )}
      </section>
    </PageShell>
  )
}

/** What is wrong with a file before a byte of it is sent, or undefined. */
function wrongWith(files: readonly File[], { name, size }: File) {
  if (files.length > 1) return 'import.drop.one'
  if (!KINDS.some((kind) => name.toLowerCase().endsWith(kind))) return 'import.drop.kind'
  if (size === 0) return 'import.drop.empty'
  return size > MOST_BYTES ? 'import.drop.large' : undefined
}
