import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it, vi } from 'vitest'
import { type BulletinGiven, bulletinOf } from '#domain/indicators/bulletin/bulletin.ts'
import { figureOf } from '#domain/indicators/figure.ts'
import { sheetRows } from '../../adapters/sheet-rows.ts'
import { fillWord } from '../../adapters/word-template.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { layBulletin } from './formats.ts'
import { bulletinPdf } from './pdf.ts'
import { bulletinSheet } from './sheet.ts'
import { bulletinWord } from './word.ts'

const plan = getPlans().get('chongqing-2021')!
const TEMPLATE = readFileSync(join(import.meta.dirname, '../../../plans/common/bulletin.docx'))
const on = '2021-09-30'
const city = { code: 500_000_000_000, name: '重庆市', isCity: true }

const given: BulletinGiven = {
  ...{ plan, month: '2021-09', on, areaName: '重庆市' },
  figures: plan.indicators.map((indicator) => figureOf(plan, indicator, city, on, { value: 769_300, of: 800_000 })),
  before: new Map([['lifted-in-work', { value: 766_000, of: null }]]),
  definitions: new Map(plan.indicators.map(({ key }) => [key, `hash of ${key}`])),
  ...{ closed: false, knownAt: '2021-10-08T01:00:00Z', frozenAt: '2021-10-08T01:00:05Z', closedAt: null },
  ...{ edition: 1, hash: 'a'.repeat(64), seal: 'b'.repeat(64) },
}
const bulletin = bulletinOf(given, 'zh')
const wordText = (document: Buffer) =>
  new PizZip(document)
    .file('word/document.xml')!
    .asText()
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')

describe('a bulletin', () => {
  it('has a row and a definition with its hash for every indicator of the plan, in the same number', () => {
    const rows = bulletin.actions.flatMap((action) => action.rows)
    expect(rows.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(plan.indicators.map((_, i) => i + 1))
    expect(bulletin.definitions.every(({ hash }) => hash.startsWith('hash of '))).toBe(true)
    for (const row of rows) expect(bulletin.definitions[row.number - 1]!.name).toBe(row.name)
  })
  it('tells the change against the month before, what is published, and that a draft is one', () => {
    const first = bulletin.actions[0]!.rows[0]!
    expect(first).toMatchObject({
      name: '脱贫人口务工人数',
      value: '769,300 人',
      before: '766,000 人',
      change: '+3,300',
    })
    expect(first.published).toContain('769,300')
    expect(bulletin.standing).toContain('草稿')
    expect(bulletinOf({ ...given, closed: true, closedAt: given.frozenAt }, 'en').standing).toContain('Closed')
    expect(bulletinOf({ ...given, before: null }, 'zh').actions[0]!.rows[0]!.change).toBe('—')
  })
  it('made again later is the same file, to the last byte; of another freezing it is another', async () => {
    const laid = async (of: BulletinGiven) =>
      Promise.all(
        (['docx', 'xlsx', 'pdf'] as const).map((format) =>
          layBulletin({ bulletin: bulletinOf(of, 'zh'), plan: plan.key, format }),
        ),
      )
    const first = await laid(given)
    vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] })
    const [again, another] = [await laid(given), await laid({ ...given, frozenAt: '2021-10-09T01:00:05Z' })]
    vi.useRealTimers()
    for (const [at, file] of first.entries())
      expect([file.equals(again[at]!), file.equals(another[at]!)]).toEqual([true, false])
  })
  it('says the same in Word, workbook and PDF', async () => {
    const word = wordText(bulletinWord(bulletin, TEMPLATE))
    expect(word).not.toMatch(/[{}]/)
    const cells = sheetRows(await bulletinSheet(bulletin)).flat()
    for (const row of bulletin.actions.flatMap((action) => action.rows)) {
      expect(word).toContain(row.name)
      expect(cells).toContain(row.value)
    }
    expect(word).toContain(bulletin.definitions.at(-1)!.hash)
    const pdf = await bulletinPdf(bulletin)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(30_000)
    expect(pdf.length).toBeLessThan(2_000_000)
  })
})

describe('a template of the bureau', () => {
  const template = (body: string) => {
    const zip = new PizZip(TEMPLATE)
    const whole = zip.file('word/document.xml')!.asText()
    const paragraph = `<w:p><w:r><w:t>${body}</w:t></w:r></w:p>`
    zip.file('word/document.xml', whole.replace(/<w:body>.*<w:sectPr/s, `<w:body>${paragraph}<w:sectPr`))
    return zip.generate({ type: 'nodebuffer' })
  }
  it('may hold any of the marks', () => {
    expect(wordText(bulletinWord(bulletin, template('{unit}：{standing}')))).toContain('重庆市：草稿')
  })
  it.each([
    ['{nosuch} {unit}', '{nosuch}'],
    ['{#actions} {title}', '{actions}'],
    ['{unit', '{unit'],
  ])('with %s is refused, and the mark named', (body, mark) => {
    expect(() => bulletinWord(bulletin, template(body))).toThrow(
      expect.objectContaining({
        code: 'report.template.marks',
        words: { zh: expect.stringContaining(mark), en: expect.any(String) },
      }),
    )
  })
  it('that is no document is refused', () => {
    for (const bytes of [Buffer.from('no zip'), new PizZip().generate({ type: 'nodebuffer' })])
      expect(() => fillWord(bytes, {}, new Date(0))).toThrow(expect.objectContaining({ code: 'report.template.file' }))
  })
})
