import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

/** 48 KB, 3.4 MB: how large a file is. */
export function useSizeText(): (bytes: number) => string {
  const { t, language } = useWords()
  return (bytes) =>
    bytes < 1_048_576
      ? t('import.size.kb', { n: numberText(Math.ceil(bytes / 1024), language) })
      : t('import.size.mb', { n: numberText(bytes / 1_048_576, language, 1) })
}
