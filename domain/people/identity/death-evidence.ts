import type { CodeList } from '../fact.ts'

/** What shows a death. */
export const deathEvidence = {
  certificate: { zh: '死亡医学证明', en: 'medical certificate of death' },
  hukou: { zh: '户口注销', en: 'cancelled hukou' },
  cremation: { zh: '火化证明', en: 'certificate of cremation' },
  register_match: { zh: '部门比对', en: 'register match' },
  visit: { zh: '入户核实', en: 'visit' },
} satisfies CodeList
