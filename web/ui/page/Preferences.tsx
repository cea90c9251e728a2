import { useWords } from '../../words.ts'
import { chooseLanguage } from '../text/language.ts'
import { chooseScheme, useScheme } from '../theme/theme.ts'

/** Language and light or dark; kept on this machine. */
export function Preferences() {
  const { t, language } = useWords()
  const scheme = useScheme()
  const other = language === 'zh' ? 'en' : 'zh'
  const otherScheme = scheme === 'light' ? 'dark' : 'light'
  return (
    <>
      <button type="button" className="plain-button" lang={other} onClick={() => chooseLanguage(other)}>
        {t('ui.language')}
      </button>
      <button type="button" className="plain-button" onClick={() => chooseScheme(otherScheme)}>
        {t(otherScheme === 'dark' ? 'ui.theme.dark' : 'ui.theme.light')}
      </button>
    </>
  )
}
