import { BODY, HOURS, HOURS_FROM } from '../market/market.ts'

/** Words a cell may hold, in either language, and what they stand for. */
const worded = (words: [key: string, ...others: string[]][], from = 0): ReadonlyMap<string, number> =>
  new Map(words.flatMap((spellings, at) => spellings.map((word) => [word.toLowerCase(), at + from])))

export const YES_NO = worded([
  ['no', '否', '0', 'n'],
  ['yes', '是', '1', 'y'],
])
export const REACH = worded([
  ['village', '本村', '村'],
  ['town', '本镇', '本乡镇', '镇'],
  ['county', '本县', '本区县', '县'],
])
/** 1 primary school or none … 6 postgraduate. */
export const SCHOOLING = worded(
  [
    ['primary', '小学', '小学及以下', '文盲', '1'],
    ['junior', '初中', '2'],
    ['senior', '高中', '中专', '中职', '技校', '职高', '3'],
    ['college', '大专', '专科', '高职', '4'],
    ['bachelor', '本科', '大学', '5'],
    ['postgraduate', '研究生', '硕士', '博士', '6'],
  ],
  1,
)
/** Levels of vocational skill: 0 worked in it without a certificate, 5 senior technician. */
export const SKILL = worded([
  ['0', '无等级'],
  ['1', '初级工', '五级'],
  ['2', '中级工', '四级'],
  ['3', '高级工', '三级'],
  ['4', '技师', '二级'],
  ['5', '高级技师', '一级'],
])
export const KIND = worded([
  ['ordinary', '普通', '企业'],
  ['workshop', '就业帮扶车间', '帮扶车间', '家门口就业工坊'],
  ['public', 'publicpost', '公益性岗位', '公益岗'],
])
const BODY_ZH = ['重体力', '久站', '高处', '高温', '粉尘', '噪声', '用眼', '听力']
const HOURS_ZH = ['夜班', '倒班', '长工时', '周末']
/** Bits of demands: what work asks of a body and of hours. */
export const DEMANDS: ReadonlyMap<string, number> = new Map([
  ...worded(BODY.map((key, at) => [key, BODY_ZH[at]!])),
  ...worded(
    HOURS.map((key, at) => [key, HOURS_ZH[at]!]),
    HOURS_FROM,
  ),
])
