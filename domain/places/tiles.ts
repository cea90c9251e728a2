import type { Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import type { AreaCode } from './area.ts'
import { TODAY } from './division.ts'

/**
 * The city as a grid of equal tiles, one a county-level unit: west is left, north is up, 11 columns by 7 rows.
 * Who kept its code keeps its cell, so that two divisions can be compared at a glance.
 */
export type Tile = { code: AreaCode; col: number; row: number; name: Words }

const GRID = `
  .         .         .         .         .         .         .         .         .         500229    .
  .         .         .         .         .         .         .         .         500154    500235    500238
  .         500152    500117    500109    500112    .         500231    500155    500101    500236    500237
  500111    500151    500120    500106    500105    500115    500230    500233    500240    .         .
  500153    500118    500107    500103    500108    500102    500156    500243    500114    .         .
  .         500116    500104    500113    500119    .         .         .         500242    .         .
  .         .         .         500110    .         .         .         .         500241    .         .
`
/** 两江新区 stands where 江北 stood; 渝北, at the edge, is left empty. */
const GRID_TODAY = GRID.replace('500112', '.').replace('500105', '500157')

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  500101: ['万州', 'Wanzhou'],
  500102: ['涪陵', 'Fuling'],
  500103: ['渝中', 'Yuzhong'],
  500104: ['大渡口', 'Dadukou'],
  500105: ['江北', 'Jiangbei'],
  500106: ['沙坪坝', 'Shapingba'],
  500107: ['九龙坡', 'Jiulongpo'],
  500108: ['南岸', "Nan'an"],
  500109: ['北碚', 'Beibei'],
  500110: ['綦江', 'Qijiang'],
  500111: ['大足', 'Dazu'],
  500112: ['渝北', 'Yubei'],
  500113: ['巴南', 'Banan'],
  500114: ['黔江', 'Qianjiang'],
  500115: ['长寿', 'Changshou'],
  500116: ['江津', 'Jiangjin'],
  500117: ['合川', 'Hechuan'],
  500118: ['永川', 'Yongchuan'],
  500119: ['南川', 'Nanchuan'],
  500120: ['璧山', 'Bishan'],
  500151: ['铜梁', 'Tongliang'],
  500152: ['潼南', 'Tongnan'],
  500153: ['荣昌', 'Rongchang'],
  500154: ['开州', 'Kaizhou'],
  500155: ['梁平', 'Liangping'],
  500156: ['武隆', 'Wulong'],
  500157: ['两江', 'Liangjiang'],
  500229: ['城口', 'Chengkou'],
  500230: ['丰都', 'Fengdu'],
  500231: ['垫江', 'Dianjiang'],
  500233: ['忠县', 'Zhongxian'],
  500235: ['云阳', 'Yunyang'],
  500236: ['奉节', 'Fengjie'],
  500237: ['巫山', 'Wushan'],
  500238: ['巫溪', 'Wuxi'],
  500240: ['石柱', 'Shizhu'],
  500241: ['秀山', 'Xiushan'],
  500242: ['酉阳', 'Youyang'],
  500243: ['彭水', 'Pengshui'],
}

function readGrid(grid: string): Tile[] {
  const rows = grid.trim().split('\n')
  return rows.flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((county, col) => {
        const names = NAMES[county]
        return names ? [{ code: Number(county) * 1_000_000, col, row, name: { zh: names[0], en: names[1] } }] : []
      }),
  )
}
const TILES_BEFORE = readGrid(GRID)
const TILES_TODAY = readGrid(GRID_TODAY)

/** Tiles of a division, which is named by its first day. */
export const tilesOf = (division: Day): readonly Tile[] => (division < TODAY ? TILES_BEFORE : TILES_TODAY)

/** County-level name in both languages, of any division; by the six digits or the whole code. */
export function findCountyName(code: AreaCode): Words | undefined {
  const names = NAMES[Math.floor(code < 1e6 ? code : code / 1_000_000)]
  return names && { zh: names[0], en: names[1] }
}
