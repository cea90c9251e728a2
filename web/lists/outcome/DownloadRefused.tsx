import { Button } from 'antd'
import { useState } from 'react'
import { fetchFile } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Import } from '../import.ts'

/** Rows that are not taken as a workbook, with the reasons, named after the file they came from. */
export function DownloadRefused({ one, n }: { one: Import; n: number }) {
  const { t, language } = useWords()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const download = async () => {
    setBusy(true)
    setError(undefined)
    const file = await fetchFile(`/api/imports/${one.id}/errors`)
    saveFile(file, t('import.refused.name', { name: one.fileName.replace(/\.\w+$/, '') }))
  }
  return (
    <>
      {error !== undefined && <Problem error={error} />}
      <Button
        loading={busy}
        onClick={() =>
          void download()
            .catch(setError)
            .finally(() => setBusy(false))
        }
      >
        {t('import.refused.download', { n: numberText(n, language) })}
      </Button>
    </>
  )
}
