import { Drawer } from 'antd'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { Definition } from './Definition.tsx'
import type { IndicatorData } from './figure.ts'
import type { AsOfData } from './figure-lines.ts'

type Props = { indicator: IndicatorData; asOf: AsOfData | undefined }

/** Opens the definition beside the figure, without leaving the page. */
export function DefinitionButton({ indicator, asOf }: Props) {
  const { t, say } = useWords()
  const [open, setOpen] = useState(false)
  const title = t('indicators.definition.of', { name: say(indicator.name) })
  return (
    <>
      <button type="button" className="definition-button" onClick={() => setOpen(true)}>
        {t('indicators.definition.short')}
        <span className="sr-only">{t('indicators.definition.whose', { name: say(indicator.name) })}</span>
      </button>
      {open && (
        <Drawer open size={520} title={title} onClose={() => setOpen(false)}>
          <Definition indicator={indicator} asOf={asOf} />
        </Drawer>
      )}
    </>
  )
}
