/** Trades that vacancies are invented from: all of it an assumption, wages included; no source states what was offered in 2021. */
export type Trade = {
  occupation: string
  /** How employers call it. */
  titles: readonly string[]
  industry: string
  /** What the employer is. */
  employers: readonly string[]
  form: 'month' | 'day' | 'hour' | 'piece'
  /** Yuan for the form. */
  wage: readonly [low: number, high: number]
  skills?: string
  certificate?: string
  hours?: string
  hazards?: readonly string[]
}

/** With employers, in the city and outside it. */
export const trades: readonly Trade[] = [
  {
    ...{
      occupation: '6-05-01-03',
      titles: ['缝纫工', '车衣工', '平车工'],
      industry: 'C',
      employers: ['服装厂', '针织厂'],
    },
    ...{ form: 'piece', wage: [3200, 5800], skills: '会用平车，生手可学' },
  },
  {
    ...{ occupation: '6-25-04-07', titles: ['电子厂普工', '装接工'], industry: 'C', employers: ['电子厂', '线束厂'] },
    ...{ form: 'month', wage: [3600, 5500], hours: '两班倒' },
  },
  {
    ...{ occupation: '6-18-02-04', titles: ['焊工', '二保焊工'], industry: 'C', employers: ['机械厂', '钢构公司'] },
    ...{ form: 'month', wage: [5000, 8000], certificate: '焊接与热切割作业证', hazards: ['toxic'] },
  },
  {
    ...{ occupation: '6-05-04-01', titles: ['制鞋工', '针车工'], industry: 'C', employers: ['制鞋厂'] },
    ...{ form: 'piece', wage: [3500, 6000] },
  },
  {
    ...{ occupation: '6-31-05-00', titles: ['包装工', '打包工'], industry: 'C', employers: ['食品厂', '日化厂'] },
    ...{ form: 'month', wage: [3000, 4200] },
  },
  {
    ...{ occupation: '6-29-01-01', titles: ['砌筑工', '泥瓦工'], industry: 'E', employers: ['建筑劳务公司'] },
    ...{ form: 'day', wage: [220, 320], hazards: ['lifting', 'height'], skills: '能独立砌墙' },
  },
  {
    ...{ occupation: '6-29-01-04', titles: ['钢筋工'], industry: 'E', employers: ['建筑劳务公司', '路桥公司'] },
    ...{ form: 'day', wage: [240, 340], hazards: ['lifting'] },
  },
  {
    ...{ occupation: '6-31-01-03', titles: ['电工', '水电工'], industry: 'E', employers: ['安装公司', '物业公司'] },
    ...{ form: 'month', wage: [4500, 7000], certificate: '低压电工作业证' },
  },
  {
    ...{ occupation: '4-10-01-06', titles: ['家政服务员', '月嫂', '保姆'], industry: 'O', employers: ['家政服务公司'] },
    ...{ form: 'month', wage: [4000, 8500], skills: '会做家常菜' },
  },
  {
    ...{ occupation: '4-10-01-05', titles: ['养老护理员', '护工'], industry: 'Q', employers: ['养老院', '医养中心'] },
    ...{ form: 'month', wage: [3500, 5500], certificate: '健康证' },
  },
  {
    ...{ occupation: '4-09-08-01', titles: ['保洁员'], industry: 'N', employers: ['物业公司', '保洁公司'] },
    ...{ form: 'month', wage: [2200, 3000], hours: '早晚两段，中午休息' },
  },
  {
    ...{ occupation: '4-03-02-05', titles: ['餐厅服务员'], industry: 'H', employers: ['火锅店', '酒楼'] },
    ...{ form: 'month', wage: [3000, 4500], certificate: '健康证' },
  },
  {
    ...{ occupation: '4-03-02-01', titles: ['厨师', '后厨帮工'], industry: 'H', employers: ['酒楼', '学校食堂'] },
    ...{ form: 'month', wage: [3500, 7500], certificate: '健康证' },
  },
  {
    ...{ occupation: '4-02-07-08', titles: ['快递员'], industry: 'G', employers: ['快递站'] },
    ...{ form: 'piece', wage: [4000, 7500] },
  },
  {
    ...{ occupation: '4-02-05-01', titles: ['装卸工', '搬运工'], industry: 'G', employers: ['物流公司'] },
    ...{ form: 'day', wage: [160, 260], hazards: ['lifting'] },
  },
  {
    ...{ occupation: '4-07-05-01', titles: ['保安员', '门卫'], industry: 'L', employers: ['保安公司', '产业园'] },
    ...{ form: 'month', wage: [2500, 3800], certificate: '保安员证', hours: '三班倒' },
  },
  {
    ...{ occupation: '5-01-02-01', titles: ['大棚种植工', '蔬菜采收工'], industry: 'A', employers: ['农业合作社'] },
    ...{ form: 'day', wage: [80, 130], hours: '农忙时用工' },
  },
  {
    ...{ occupation: '5-03-02-01', titles: ['饲养员'], industry: 'A', employers: ['养殖场'] },
    ...{ form: 'month', wage: [3000, 4500] },
  },
]

/** In workshops, by what the name of the workshop says it makes. */
export const workshopTrades: Readonly<Record<string, Pick<Trade, 'occupation' | 'titles'>>> = {
  服装: { occupation: '6-05-01-03', titles: ['缝纫工'] },
  电子线束: { occupation: '6-25-04-07', titles: ['线束装接工'] },
  竹编: { occupation: '6-06-03-01', titles: ['竹编工'] },
  食品: { occupation: '6-02-05-08', titles: ['榨菜加工工'] },
  箱包: { occupation: '6-05-02-01', titles: ['箱包缝制工'] },
  中药材: { occupation: '5-01-02-05', titles: ['中药材种植工'] },
  茶叶: { occupation: '6-02-06-10', titles: ['茶叶加工工'] },
  苗绣: { occupation: '6-09-03-11', titles: ['刺绣工'] },
}

/** Public posts of villages, part of the day. */
export const publicTrades: readonly Pick<Trade, 'occupation' | 'titles'>[] = [
  { occupation: '5-02-03-01', titles: ['护林员'] },
  { occupation: '4-09-08-01', titles: ['村级保洁员'] },
  { occupation: '4-09-01-01', titles: ['河道管护员'] },
  { occupation: '3-01-04-03', titles: ['劳动保障协理员'] },
]
