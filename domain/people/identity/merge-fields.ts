import type { Words } from '../../base/fail.ts'

/**
 * What a person is known by, as two files are held side by side: each with the columns that go together. A sealed one is compared
 * by its blind index and shown by its mask. Household and village are those of the surviving file and are no choice.
 */
export const MERGE_FIELDS = {
  name: { label: { zh: '姓名', en: 'name' }, columns: ['name', 'pinyin', 'initials', 'grams'], shown: 'name' },
  identity: {
    label: { zh: '证件号码', en: 'identity number' },
    columns: ['id_kind', 'id_cipher', 'id_index', 'id_mask'],
    shown: 'id_mask',
  },
  sex: { label: { zh: '性别', en: 'sex' }, columns: ['sex'], shown: 'sex' },
  birth_date: { label: { zh: '出生日期', en: 'birthday' }, columns: ['birth_date'], shown: 'birth_date' },
  death_date: { label: { zh: '死亡日期', en: 'day of death' }, columns: ['death_date'], shown: 'death_date' },
  phone: {
    label: { zh: '电话', en: 'phone' },
    columns: ['phone_cipher', 'phone_index', 'phone_mask'],
    shown: 'phone_mask',
  },
  bank: {
    label: { zh: '银行账号', en: 'bank account' },
    columns: ['bank_cipher', 'bank_index', 'bank_mask'],
    shown: 'bank_mask',
  },
  ethnic: { label: { zh: '民族', en: 'ethnic group' }, columns: ['ethnic'], shown: 'ethnic' },
  education: { label: { zh: '文化程度', en: 'education' }, columns: ['education'], shown: 'education' },
  in_school: { label: { zh: '在校', en: 'at school' }, columns: ['in_school'], shown: 'in_school' },
  health: { label: { zh: '健康状况', en: 'health' }, columns: ['health'], shown: 'health' },
  capacity: { label: { zh: '劳动技能', en: 'capacity' }, columns: ['capacity'], shown: 'capacity' },
  disability_grade: {
    label: { zh: '残疾等级', en: 'disability grade' },
    columns: ['disability_grade'],
    shown: 'disability_grade',
  },
} satisfies Record<string, { label: Words; columns: readonly string[]; shown: string }>

export type MergeField = keyof typeof MERGE_FIELDS
export const mergeFields = Object.keys(MERGE_FIELDS) as MergeField[]
export const isMergeField = (key: string): key is MergeField => Object.hasOwn(MERGE_FIELDS, key)
