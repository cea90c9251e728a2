import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { identityNumber } from '#db/demo/invented-number.ts'
import { streamTextSheet } from '#server/adapters/workbook.ts'

export type Village = { county: string; town: string; village: string }
/** Headings and rows of a list about the same invented people: the first opens their files, the second tells of their work. */
export type Roll = { headings: readonly string[]; row(person: number, made: Made): readonly string[] }

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜']
const GIVEN = [...'一二三四五六七八九十春夏秋冬东西南北山川江河云雪松柏梅兰竹菊福禄寿喜']
const nameOf = (n: number) =>
  SURNAMES[n % SURNAMES.length]! + GIVEN[Math.floor(n / 7) % GIVEN.length]! + GIVEN[Math.floor(n / 247) % GIVEN.length]!
/** Born from 1900 on, nine hundred a day: nobody of the generated city is as old, so that nobody there has one of these numbers. */
const numberOf = (n: number) => identityNumber(-25_567 + Math.floor(n / 900), 100 + (n % 900))
/** Of a block that no operator in China has. */
const phoneOf = (n: number) => `161${String(n).padStart(8, '0')}`
const householdOf = (n: number) => Math.floor(n / 3)
const homeOf = (n: number, villages: readonly Village[]) => villages[householdOf(n) % villages.length]!

export const ROLLS: Readonly<Record<Made['list'], Roll>> = {
  'lifted-population': {
    headings: [
      '区县',
      '乡镇',
      '行政村',
      '户编号',
      '人编号',
      '姓名',
      '证件号码',
      '与户主关系',
      '民族',
      '文化程度',
      '健康状况',
    ].concat(['劳动技能', '人联系电话', '人员识别时间', '户类型']),
    row: (n, { villages, of = 'B', raised = 0 }) => {
      const { county, town, village } = homeOf(n, villages)
      const own = [
        `${of}${householdOf(n)}`,
        `${of}${householdOf(n)}-${n % 3}`,
        nameOf(n),
        numberOf(n),
        n % 3 ? '其他' : '户主',
        '汉族',
      ]
      const schooling = raised > 0 && n % raised === 0 ? '高中' : '初中'
      return [county, town, village, ...own, schooling, '健康', '普通劳动力', phoneOf(n), '201401', '脱贫户']
    },
  },
  'work-monitoring': {
    headings: [
      '区县',
      '乡镇',
      '行政村',
      '户编号',
      '姓名',
      '证件号码',
      '联系电话',
      '是否已务工',
      '开始时间',
      '务工所在地',
    ].concat(['务工企业名称', '所属行业', '务工月收入', '就业渠道', '是否点对点输送']),
    row: (n, { villages, of = 'B', raised = 0 }) => {
      const { county, town, village } = homeOf(n, villages)
      const own = [`${of}${householdOf(n)}`, nameOf(n), numberOf(n), phoneOf(n), '是', '2024.02', county]
      const wage = 3000 + (n % 30) * 100 + (raised > 0 && n % raised === 0 ? 50 : 0)
      return [county, town, village, ...own, `试点${n % 500}厂`, '制造业', String(wage), '外出务工', '否']
    },
  },
}

/** `from`: the first of the people. `of`: what the numbers of their households begin with. `raised`: every how manieth earns more, or has more schooling. */
export type Made = {
  list: 'lifted-population' | 'work-monitoring'
  rows: number
  villages: readonly Village[]
  from?: number
  of?: string
  raised?: number
}

export async function writeCsv(path: string, made: Made): Promise<void> {
  const lines = function* () {
    yield `${ROLLS[made.list].headings.join(',')}\n`
    for (const row of rowsOf(made)) yield `${row.join(',')}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

export async function writeWorkbook(path: string, made: Made): Promise<void> {
  const sheet = streamTextSheet('名单', [...ROLLS[made.list].headings], rowsOf(made))
  await pipeline(Readable.fromWeb(sheet as never), createWriteStream(path))
}

function* rowsOf(made: Made): Generator<string[]> {
  const { list, rows, from = 0 } = made
  for (let n = from; n < from + rows; n++) yield [...ROLLS[list].row(n, made)]
}
