import { readFile, writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { bulletinAsked } from '#server/indicators/bulletin/bulletin-asked.ts'
import { isBulletinFormat, layBulletin } from '#server/indicators/bulletin/formats.ts'
import { figureRuns } from '#server/indicators/figure-run.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { areaCode } from './terminal/area-code.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { withDoor } from './terminal/with-door.ts'

export const usage: Usage = {
  summary: { zh: '某单位某月的指标月报（Word、Excel、PDF）', en: 'the monthly bulletin of a unit (Word, Excel, PDF)' },
  forms: [
    'report --month 2021-09 --out FILE.docx|.xlsx|.pdf [--area CODE] [--plan KEY] [--language zh|en] [--template FILE.docx]',
  ],
}

const OPTIONS = {
  month: { type: 'string' },
  out: { type: 'string' },
  area: { type: 'string' },
  plan: { type: 'string' },
  language: { type: 'string' },
  template: { type: 'string' },
} as const

const WHOLE_CITY = { area: 500_000_000_000, scope: { lo: 500_000_000_000, hi: 510_000_000_000 } }

/** Writes the bulletin and answers `{file, month, area, unit, closed, figures}`; a month that is not frozen is refused. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const { month, out } = values
  const language = values.language ?? 'zh'
  if (positionals.length > 0 || month === undefined || out === undefined) return refuseUsage(usage)
  if (language !== 'zh' && language !== 'en') return refuseUsage(usage)
  if (!isDay(`${month}-01`)) refuseMonth(month)
  const format = extname(out).slice(1).toLowerCase()
  if (!isBulletinFormat(format)) return refuseFormat(out)
  const template = values.template === undefined ? undefined : await readFile(values.template).catch(refuseTemplate)
  const { text, area, plan } = await withDoor(io, 'report', (door) =>
    bulletinAsked(
      { plans: getPlans(), runs: figureRuns(door), defaults: () => installationDefaults(door) },
      { asPost: (work) => door.asJob(work), post: WHOLE_CITY, now: new Date() },
      {
        ...{ month, language },
        ...(values.area !== undefined && { area: areaCode(values.area) }),
        ...(values.plan !== undefined && { plan: values.plan }),
      },
    ),
  )
  const file = resolve(out)
  await writeFile(file, await layBulletin({ bulletin: text, plan, format, template }))
  const figures = text.actions.reduce((sum, { rows }) => sum + rows.length, 0)
  io.answer({ file, month, area, unit: text.unit, standing: text.standing, figures }, `${file}\n${text.standing}`)
  return 0
}

function refuseMonth(month: string): never {
  fail('report.month.malformed', {
    zh: `“${month}”不是月份：写作 2021-09。`,
    en: `“${month}” is no month: it is written 2021-09.`,
  })
}
function refuseFormat(out: string): never {
  fail('report.format.unknown', {
    zh: `从文件名看不出格式：${out}。以 .docx、.xlsx 或 .pdf 结尾。`,
    en: `The file's name tells no format: ${out}. It ends in .docx, .xlsx or .pdf.`,
  })
}
function refuseTemplate(): never {
  fail('report.template.absent', {
    zh: '读不到模板文件。请检查 --template 后的路径。',
    en: 'The template cannot be read. Check the path after --template.',
  })
}
