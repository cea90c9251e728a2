/** A yes or a no that is chosen from a list. */
export const yesOrNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }
