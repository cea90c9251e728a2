import { useEffect, useState } from 'react'
import { useWords } from '../../words.ts'

type Props = { accept: string; onFiles: (files: readonly File[]) => void }

/** A file is chosen with mouse, finger or keyboard, or dropped anywhere in the window: a drop beside the frame must not open it. */
export function DropZone({ accept, onFiles }: Props) {
  const { t } = useWords()
  const over = useWindowDrop(onFiles)
  return (
    <div className={over ? 'drop-zone drop-over' : 'drop-zone'}>
      <label>
        <input
          type="file"
          accept={accept}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            // The same file can be chosen again after it was mended.
            event.target.value = ''
          }}
        />
        <b>{t(over ? 'import.drop.now' : 'import.drop.here')}</b>
        <span className="soft">{t('import.drop.kinds')}</span>
      </label>
      <p className="soft">{t('import.drop.mended')}</p>
    </div>
  )
}

function useWindowDrop(onFiles: Props['onFiles']): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onFiles])
  return over
}
