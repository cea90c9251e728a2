import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { fetchFile } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

const FORMATS = { docx: 'Word', xlsx: 'Excel', pdf: 'PDF' } as const
type Format = keyof typeof FORMATS

/** The bulletin of a unit for a month that is frozen, in three formats; nothing is made before one is asked for. */
export function BulletinButtons({ month, area, areaName }: { month: string; area: number; areaName: string }) {
  const { t, language } = useWords()
  const { plan } = useView()
  const making = useMutation({
    mutationFn: async (format: Format) => {
      const asked = new URLSearchParams({ area: String(area), plan, language })
      const file = await fetchFile(`/api/months/${month}/bulletin/${format}?${asked}`)
      saveFile(file, `${t('bulletin.title')} ${areaName} ${month}.${format}`)
    },
  })
  return (
    <div className="acts no-print">
      <span className="soft">{t('bulletin.title')}</span>
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <Button
          key={format}
          size="small"
          loading={making.isPending && making.variables === format}
          disabled={making.isPending}
          onClick={() => making.mutate(format)}
        >
          {FORMATS[format]}
        </Button>
      ))}
      {making.isError && <Problem error={making.error} />}
    </div>
  )
}
