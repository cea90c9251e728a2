import { type MadeCell, type MadeWorkbook, makeWorkbook } from './make-workbook.ts'

const A = '500199198506121232'
const B = '500199199002032468'
const HEAD = ['序号', '区县', '乡镇', '村（社区）', '车间名称', '姓名', '身份证号', '上岗时间', '月工资（元）']
const person = (n: number, name: MadeCell, id: MadeCell, on: MadeCell, pay: MadeCell): MadeCell[] => [
  ...[n, '城口县', '葛城街道', '土城社区', '试点车间'],
  ...[name, id, on, pay],
]
const one = (rows: MadeWorkbook['sheets'][number]['rows'], more: Partial<MadeWorkbook['sheets'][number]> = {}) =>
  makeWorkbook({ sheets: [{ name: '花名册', rows, ...more }] })

const PLAIN = [
  ...[HEAD.join(','), `1,城口县,葛城街道,土城社区,试点车间,张试一,${A},2023/3/1,2600`],
  ...[`2,城口县,葛城街道,土城社区,试点车间,李试二,${B},2023年3月1日,"2,800元"`, ''],
].join('\r\n')
const plainWith = (separator: string) => PLAIN.replace('"2,800元"', '2800元').replaceAll(',', separator)

/**
 * Files as officers send them, with generated people of the division 500199, which is none. They are kept under `golden/`,
 * beside what is to be read from them, so that what a reader is held against does not change with what makes it.
 */
export const goldenFiles: Record<string, () => Buffer> = {
  'title-note-merged-head.xlsx': () =>
    one(
      [
        ['城口县就业帮扶车间花名册'],
        ['填报单位：葛城街道', null, null, null, null, null, null, '2024年3月'],
        ['序号', '所在地', null, null, '车间名称', '务工人员', null, null, null],
        [null, '区县', '乡镇', '村（社区）', null, '姓名', '身份证号', '上岗时间', '月工资'],
        person(1, '张试一', A, '2023.3.1', 2600),
        [2, null, null, null, null, '李试二', B, { date: 44986 }, '2,800元'],
        ['合计', null, null, null, null, '2人', null, null, 5400],
        ['制表人：王某', null, null, null, null, '审核人：'],
      ],
      { merges: ['A1:I1', 'A3:A4', 'B3:D3', 'E3:E4', 'F3:I3', 'B5:B6', 'C5:C6', 'D5:D6', 'E5:E6'] },
    ),
  'hidden-rows-and-sheets.xlsx': () =>
    makeWorkbook({
      sheets: [
        { name: '字典', hidden: true, rows: [['是'], ['否']] },
        {
          name: '明细',
          hiddenColumns: [9, 9],
          rows: [
            HEAD,
            HEAD.map((_, i) => i + 1),
            person(1, '张试一', A, '2023-3-1', 2600),
            { cells: person(2, '李试二', B, '2023-3-1', 2600), hidden: true },
            HEAD,
            person(3, '李试二', B, '2023-4-1', 2600),
          ],
        },
      ],
    }),
  'formulas-and-guides.xlsx': () =>
    one([
      HEAD,
      person(1, { pinyin: 'ZHANG', text: '张试一' }, { formula: 'B1', value: A }, { date: 44986 }, 2600),
      person(2, { inline: '李试二' }, B, { date: 44986 }, { error: '#N/A' }),
      person(3, '王试三', A, { date: 44986 }, { formula: 'SUM(A1)' }),
      person(4, '赵试四', B, { date: 44986 }, { formula: '1300*2', value: 2600 }),
    ]),
  'prefixed-1904.xlsx': () =>
    makeWorkbook({
      prefix: 'x',
      date1904: true,
      sheets: [{ name: '表', rows: [HEAD, person(1, '张试一', A, { date: 43524 }, 2600)] }],
    }),
  'numbers-and-faults.xlsx': () =>
    one([
      HEAD,
      person(1, '张试一', 500199198506121200, '农历三月初一', '面议'),
      person(2, '李试二', '５００１９９１９９００２０３２４６８', '２０２３．３．１', '２６００'),
      person(3, '王试三', `${A.slice(0, 17)}9`, '2021.1', '2000-3000'),
      person(4, '', A, '3/1/2023', -5),
    ]),
  'blank-rows-and-remarks.xlsx': () =>
    one([
      HEAD,
      [],
      person(1, '张试一', A, '2023-3-1', 2600),
      [2],
      { cells: person(3, '李试二', B, '20230301', '0.26万元'), at: 9 },
      [null, null, null, null, null, null, null, null, null, '以下空白'],
      ['本页小计', null, null, null, null, null, null, null, 5200],
    ]),
  'bom-semicolons.csv': () => Buffer.from(`\ufeff${plainWith(';')}`),
  'tabs-utf16.txt': () => Buffer.from(`\ufeff${plainWith('\t')}`, 'utf16le'),
  'title-above-text.csv': () =>
    Buffer.from(`城口县就业帮扶车间花名册,,,,,,,,\n填报单位：葛城街道,,,,,,,,\n${PLAIN}合计,2人,,,,,,,5400\n`),
  'kept-digits.csv': () => Buffer.from(PLAIN.replace(A, `="${A}"`).replace(B, `'${B}`)),
}
