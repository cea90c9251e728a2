import { creditCode } from '../invented-number.ts'
import { type Randomness, Weighted } from '../randomness.ts'

/** Invented names of sites, employers and courses; each employer says that it is of the demo. */
const lucky = [...'丰禾兴盛瑞祥裕泰恒达广源安康宏远嘉和新锦顺德华茂金穗青峰云岭春晓清溪碧山'].map(
  (c, i, all) => c + (all[(i * 7 + 5) % all.length] ?? '和'),
)

const siteWords: Readonly<Record<string, readonly string[]>> = {
  workshop: [
    '服装就业帮扶车间',
    '电子线束就业帮扶车间',
    '竹编就业帮扶车间',
    '食品加工就业帮扶车间',
    '箱包就业帮扶车间',
    '中药材就业帮扶车间',
    '茶叶就业帮扶车间',
    '苗绣就业帮扶车间',
  ],
  return_home_park: ['返乡入乡创业园'],
  incubator: ['创业孵化基地'],
  service_centre: ['返乡人才创业服务中心'],
  craftsman_station: ['巴渝工匠乡村驿站'],
  training_base: ['高技能人才培训基地'],
  master_studio: ['技能大师工作室'],
  labour_brand: ['建筑工劳务品牌', '面工劳务品牌', '家政劳务品牌', '纺织工劳务品牌', '厨师劳务品牌'],
  training_brand: ['家政培训品牌', '焊工培训品牌', '农村电商培训品牌', '中式烹调培训品牌'],
  characteristic_occupation: [
    '竹编工',
    '吊脚楼木工',
    '苗绣工',
    '榨菜腌制工',
    '漆器制作工',
    '山地花椒种植工',
    '石雕工',
    '豆腐乳酿造工',
    '桑蚕养殖工',
    '砚台雕刻工',
  ],
  innovation_base: ['乡村人社服务创新基地'],
}

export function siteName(chance: Randomness, kind: string, serial: number): string {
  return `${lucky[serial % lucky.length]}${chance.pick(siteWords[kind] ?? ['载体'])}`
}

export type Employer = { name: string; code: string }
type Industry = { letter: string; occupation: string; noun: readonly string[]; wage: number }

/** Sections of GB/T 4754 by their share among migrant workers (S105), with an occupation of 2022 and a wage factor. */
const industries: readonly (readonly [Industry, number])[] = [
  [
    { letter: 'C', occupation: '6-25-04-07', noun: ['电子厂', '服装厂', '制鞋厂', '五金厂', '玩具厂'], wage: 1.0 },
    27.9,
  ],
  [{ letter: 'E', occupation: '6-29-01-01', noun: ['建筑劳务队', '装饰工程部', '路桥工程队'], wage: 1.18 }, 14.3],
  [{ letter: 'F', occupation: '4-01-02-01', noun: ['商贸行', '百货批发部', '建材经营部'], wage: 0.9 }, 13.6],
  [{ letter: 'G', occupation: '4-02-07-08', noun: ['物流公司', '快递站', '货运部'], wage: 1.1 }, 7.2],
  [{ letter: 'H', occupation: '4-03-02-01', noun: ['火锅店', '面馆', '酒楼'], wage: 0.86 }, 7.1],
  [{ letter: 'O', occupation: '4-10-01-06', noun: ['家政服务部', '洗衣店', '美容美发店'], wage: 0.86 }, 12.3],
  [{ letter: 'A', occupation: '5-01-01-01', noun: ['种植合作社', '养殖场', '果园'], wage: 0.75 }, 8],
  [{ letter: 'K', occupation: '4-06-01-01', noun: ['物业服务部'], wage: 0.8 }, 5],
  [{ letter: 'N', occupation: '4-09-08-01', noun: ['环卫服务队'], wage: 0.72 }, 4.6],
]
const byShare = new Weighted(industries)
const local = new Weighted(
  industries.map(([industry, share]) => [industry, industry.letter === 'A' ? share * 3 : share] as const),
)

export const inventIndustry = (chance: Randomness, nearHome: boolean): Industry =>
  (nearHome ? local : byShare).pick(chance)

const POOL = 900
const codes = Array.from({ length: POOL }, (_, n) => creditCode(n))

export function inventEmployer(chance: Randomness, industry: Industry): Employer {
  const n = chance.int(POOL)
  const noun = industry.noun[n % industry.noun.length] as string
  return { name: `${lucky[n % lucky.length]}${noun}（演示）`, code: codes[n] as string }
}

/** Provinces by two digits, with how many of the city's people work there (assumed: coast first). */
export const provinces = new Weighted<number>(
  Object.entries({
    ...{
      44: 33,
      33: 19,
      35: 12,
      32: 9,
      51: 7,
      31: 5,
      52: 3,
      42: 3,
      11: 2,
      65: 2,
      53: 2,
      13: 1,
      61: 1.5,
      54: 1,
      15: 0.8,
    },
  }).map(([code, share]) => [Number(code) * 1e10, share] as const),
)
export const SHANDONG = 370_000_000_000

export const duties = ['保洁员', '护林员', '护路员', '水管员', '乡村振兴信息员', '养老护理员', '治安协管员']
export const courses: Readonly<Record<string, readonly string[]>> = {
  skill: ['中式烹调师', '焊工', '电工', '家政服务员', '养老护理员', '缝纫工', '砌筑工', '叉车司机'],
  entrepreneurship: ['创办你的企业', '网络创业培训', '改善你的企业'],
  new_occupation: ['互联网营销师', '农业数字化技术员', '网约配送员'],
  special: ['榨菜加工专项能力', '花椒种植专项能力', '竹编专项能力', '苗绣专项能力'],
  project: ['乡村旅游服务项目', '山地农机操作项目'],
}
export const organisers = [
  '第一职业培训学校（演示）',
  '惠民技能培训中心（演示）',
  '巴山技工学校（演示）',
  '田园农民培训中心（演示）',
]
export const officers = ['驻村工作队', '村支书', '村委会主任', '镇就业专干', '村劳务经纪人', '县人社局帮扶干部']
