import type { AreaName } from './PlaceChoice.tsx'

/** Where people go to work outside the city: the provinces by their codes (GB/T 2260, two digits). */
export const provinces: AreaName[] = (
  [
    [44, '广东', 'Guangdong'],
    [33, '浙江', 'Zhejiang'],
    [32, '江苏', 'Jiangsu'],
    [35, '福建', 'Fujian'],
    [31, '上海', 'Shanghai'],
    [51, '四川', 'Sichuan'],
    [11, '北京', 'Beijing'],
    [12, '天津', 'Tianjin'],
    [13, '河北', 'Hebei'],
    [14, '山西', 'Shanxi'],
    [15, '内蒙古', 'Inner Mongolia'],
    [21, '辽宁', 'Liaoning'],
    [22, '吉林', 'Jilin'],
    [23, '黑龙江', 'Heilongjiang'],
    [34, '安徽', 'Anhui'],
    [36, '江西', 'Jiangxi'],
    [37, '山东', 'Shandong'],
    [41, '河南', 'Henan'],
    [42, '湖北', 'Hubei'],
    [43, '湖南', 'Hunan'],
    [45, '广西', 'Guangxi'],
    [46, '海南', 'Hainan'],
    [52, '贵州', 'Guizhou'],
    [53, '云南', 'Yunnan'],
    [54, '西藏', 'Tibet'],
    [61, '陕西', 'Shaanxi'],
    [62, '甘肃', 'Gansu'],
    [63, '青海', 'Qinghai'],
    [64, '宁夏', 'Ningxia'],
    [65, '新疆', 'Xinjiang'],
  ] as const
).map(([code, zh, en]) => ({ code: code * 10_000_000_000, name: { zh, en } }))
