import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsx } from 'hucre/xlsx'
import { identityCheckDigit } from '#domain/people/identity.ts'

const HEAD = [
  '序号',
  '区县',
  '乡镇',
  '村（社区）',
  '车间名称',
  '姓名',
  '身份证号',
  '性别',
  '民族',
  '联系电话',
  '上岗时间',
  '月工资（元）',
  '是否脱贫人口',
  '岗位',
  '备注',
]

/** The same generated people as a workbook and as text: fifteen columns, every person another. */
export async function writeRosters(folder: string, rows: number): Promise<{ xlsx: string; csv: string }> {
  const [xlsx, csv] = [join(folder, 'roster.xlsx'), join(folder, 'roster.csv')]
  function* lines() {
    yield HEAD
    for (let i = 0; i < rows; i++) yield person(i)
  }
  // Not the streaming writer: spreadsheet programs share strings, and so does this one.
  await writeFile(xlsx, await writeXlsx({ sheets: [{ name: '花名册', rows: [...lines()] }] }))
  function* text() {
    for (const line of lines()) yield `${line.join(',')}\n`
  }
  await pipeline(Readable.from(text()), createWriteStream(csv))
  return { xlsx, csv }
}

const two = (number: number) => String(number).padStart(2, '0')

function person(i: number): (string | number)[] {
  const body = `500199${1960 + (i % 45)}${two(1 + (i % 12))}${two(1 + (i % 28))}${String(Math.floor(i / 1000) % 1000).padStart(3, '0')}`
  const identity = body + identityCheckDigit(body)
  const day = `2023-${two(1 + (i % 12))}-${two(1 + (i % 28))}`
  return [
    i + 1,
    '城口县',
    '葛城街道',
    '土城社区',
    `车间${i % 400}`,
    `试${i}`,
    identity,
    i % 2 ? '男' : '女',
    '汉族',
    `1390000${String(i % 10_000).padStart(4, '0')}`,
    day,
    2000 + (i % 3000),
    i % 3 ? '是' : '否',
    '缝纫工',
    `第${i}行`,
  ]
}
