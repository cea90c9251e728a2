import { type MadeWorkbook, makeWorkbook } from './make-workbook.ts'

type Row = MadeWorkbook['sheets'][number]['rows'][number]
/** People of the demonstration's village, by household and name. */
const PEOPLE = ['冉光秀', '谭家明', '向正华', '李文', '单㛃', '彭天寿', '罗国富', '唐永贵']
export const FIRM = '试点电子厂'
type Says = {
  name?: string
  household?: string | null
  identity?: number
  working?: string
  from?: string
  wage?: string
}
/** One line about the n-th of those people, in the columns of the book. */
export function monthlyLine(n: number, says: Says = {}): (string | number | null)[] {
  const { name = PEOPLE[n - 1]!, household = `500235000000110${n}`, identity = null } = says
  const { working = '是', from = '2021年3月', wage = '4,200元' } = says
  const who = [n, '江口镇', '五星村', household, name, identity, null]
  return [...who, working, from, null, '广东省东莞市', FIRM, wage, '外出务工', null]
}

/** A month's work as a town sends it: title, a hidden sheet and row, a column of its own, a total, and faults of every kind. */
export function monthlyBook(firmHeading: string, further: Row[] = []): Buffer {
  const head = [
    ...['序号', '乡镇', '行政村', '户编号', '姓名', '身份证号', '联系电话', '是否已务工', '开始时间', '结束时间'],
    ...['务工所在县', firmHeading, '务工月收入（元）', '就业渠道', '备注'],
  ]
  const rows: Row[] = [
    ['江口镇2021年9月务工监测表'],
    ['填报单位：江口镇', null, null, null, null, null, null, null, '2021年9月30日'],
    head,
    monthlyLine(2),
    monthlyLine(3, { wage: '约四千' }),
    monthlyLine(4, { household: null }),
    monthlyLine(5, { household: null, name: '查无此人' }),
    // A number that a spreadsheet took for a quantity.
    monthlyLine(6, { identity: 500199198506121200 }),
    { cells: monthlyLine(7), hidden: true },
    monthlyLine(7, { from: '二〇二一年八月' }),
    monthlyLine(8, { working: '也许' }),
    ...further,
    ['合计', null, null, null, '7人'],
  ]
  return makeWorkbook({
    sheets: [
      { name: '填表说明', hidden: true, rows: [['说明'], ['请如实填写']] },
      { name: '9月', merges: ['A1:O1'], rows },
    ],
  })
}
