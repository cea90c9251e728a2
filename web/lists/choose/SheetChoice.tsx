import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Sheet } from '../import.ts'
import type { Choosing } from './ChooseStep.tsx'

/** Which sheet is read, where its headings stand, and what the file hides. */
export function SheetChoice({ choice, inspection, draft, change }: Choosing) {
  const { t } = useWords()
  const { sheet } = choice
  const nameOf = useSheetName()
  const hidden = inspection.sheets.filter((one) => one.hidden && one !== sheet).length
  return (
    <>
      {inspection.sheets.length > 1 && (
        <label className="labelled">
          <span>{t('import.sheet')}</span>
          <select
            className="field"
            value={sheet.name}
            onChange={(event) => {
              const { list: _, ...rest } = draft
              change({ ...rest, list: undefined, sheet: event.target.value, mapping: {} })
            }}
          >
            {inspection.sheets.map((one) => (
              <option key={one.name} value={one.name}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="soft">
        {[
          sheet.headRows && t('import.sheet.head', { rows: [...new Set(sheet.headRows)].join('–') }),
          sheet.hiddenColumns > 0 && t('import.sheet.hiddenColumns', { n: sheet.hiddenColumns }),
          hidden > 0 && t('import.sheet.hiddenToo', { n: hidden }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {sheet.hiddenRows > 0 && (
        <label>
          <input
            type="checkbox"
            checked={draft.hiddenRows ?? false}
            onChange={(event) => change({ hiddenRows: event.target.checked })}
          />{' '}
          {t('import.sheet.hiddenRows', { n: sheet.hiddenRows })}
        </label>
      )}
    </>
  )
}

function useSheetName(): (sheet: Sheet) => string {
  const { t, language } = useWords()
  return ({ name, hidden, rows }) =>
    hidden
      ? t('import.sheet.hidden', { name })
      : rows === null
        ? name
        : t('import.sheet.rows', { name, n: numberText(rows, language) })
}
