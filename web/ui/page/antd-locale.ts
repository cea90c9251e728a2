import type { Language } from '../text/language.ts'

/** The few words antd itself shows (empty lists, confirmations); its full locale files weigh more than they say. */
const words = {
  zh: { ok: '确定', cancel: '取消', close: '关闭', empty: '暂无数据' },
  en: { ok: 'OK', cancel: 'Cancel', close: 'Close', empty: 'No data' },
}

const localeOf = (language: Language) => {
  const { ok, cancel, close, empty } = words[language]
  return {
    locale: language === 'zh' ? 'zh-cn' : 'en',
    global: { close },
    Modal: { okText: ok, cancelText: cancel, justOkText: ok },
    Popconfirm: { okText: ok, cancelText: cancel },
    Empty: { description: empty },
  }
}
export const antdLocale = { zh: localeOf('zh'), en: localeOf('en') }
