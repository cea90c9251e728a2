/** Surnames by how many carry them (shares of the whole, roughly, as in the south-west). */
export const surnames: readonly (readonly [string, number])[] = Object.entries({
  ...{ 李: 81, 王: 70, 张: 67, 陈: 58, 刘: 56, 杨: 50, 周: 38, 黄: 36, 罗: 33, 唐: 27, 谭: 26, 吴: 26, 何: 25 },
  ...{ 邓: 22, 蒋: 21, 廖: 19, 秦: 18, 任: 17, 熊: 17, 程: 15, 余: 15, 徐: 15, 赵: 15, 曾: 14, 郑: 12, 胡: 14 },
  ...{ 朱: 12, 付: 10, 文: 9, 龙: 9, 石: 8, 姚: 8, 陶: 7, 冉: 9, 向: 9, 彭: 13, 田: 7, 杜: 10, 袁: 10, 谢: 10 },
  ...{ 蒲: 5, 游: 6, 牟: 7, 贺: 6, 汪: 7, 魏: 7, 潘: 6, 郭: 8, 冯: 7, 马: 7, 肖: 8, 梁: 6, 宋: 6, 许: 6, 易: 5 },
  ...{ 江: 6, 钟: 6, 卢: 5, 戴: 4, 蔡: 4, 夏: 5, 沈: 3, 叶: 4, 邹: 5, 雷: 5, 白: 4, 毛: 3, 万: 4, 方: 3, 金: 3 },
  ...{ 单: 0.8, 仇: 0.4, 解: 0.4, 区: 0.2, 查: 0.4, 盖: 0.2, 覃: 2, 佘: 0.6, 晏: 1.2, 刁: 0.6, 母: 0.5, 苟: 1.2 },
})

/** 土家 and 苗 counties: these stand out there. */
export const tujiaSurnames: readonly (readonly [string, number])[] = Object.entries({
  ...{ 冉: 120, 田: 88, 彭: 80, 向: 74, 谭: 62, 白: 42, 石: 52, 龙: 40, 吴: 38, 杨: 60, 罗: 26, 麻: 9, 滕: 8 },
  ...{ 覃: 10, 庹: 3, 舒: 12, 张: 30, 倪: 6, 侯: 8, 简: 5, 宁: 4, 蹇: 2, 瞿: 5 },
})

export const compoundSurnames: readonly (readonly [string, number])[] = Object.entries({
  ...{ 欧阳: 60, 上官: 9, 司马: 6, 诸葛: 5, 皇甫: 4, 尉迟: 1, 长孙: 1, 令狐: 6, 司徒: 3 },
})

/** Names without a surname, of people who married in from the west. */
export const dottedNames: readonly string[] = [
  ...['阿依古丽·买买提', '古丽娜尔·艾力', '帕提古丽·热合曼', '米热古丽·吐尔逊', '热依汗·阿布都拉'],
  ...['次仁卓玛', '白玛·央金', '扎西·多吉', '格桑·梅朵', '索朗·旺堆', '阿不都热依木·买合木提'],
]

/** Characters that old systems lose, in and beyond the basic plane. */
export const rareCharacters: readonly string[] = [
  '䶮',
  '燚',
  '堃',
  '犇',
  '㛃',
  '媖',
  '喆',
  '𬭎',
  '𠅤',
  '珺',
  '昇',
  '垚',
]

const list = (text: string): readonly string[] => [...text]

export const givenNames = {
  old: {
    male: list('国建明华文德光荣富贵福祥兴财发胜利军民忠义成仁平安万元天才正清学银金木水志永大中世长春树林'),
    female: list('秀英芳兰珍玉华桂淑素琼碧菊梅莲香群翠清会明世光永学正先大国安玲春凤'),
  },
  middle: {
    male: list('伟勇军强波涛超鹏刚磊杰辉斌浩亮林海峰健康平飞建小华明东江川洪宇志成云龙'),
    female: list('丽燕敏静艳霞玲红梅娟芳萍琴英雪莉婷娜小晓春兰海利群琼蓉凤佳慧'),
  },
  young: {
    male: list('宇轩浩然子涵俊杰博文梓豪睿晨铭泽鑫嘉一辰皓天瑞思远航家乐佳'),
    female: list('欣怡梓涵诗雨婷佳琪思语雅静可馨心悦紫萱梦瑶子依一诺晨曦若溪钰'),
  },
} as const
