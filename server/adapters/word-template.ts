import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { fail } from '#domain/base/fail.ts'

/** A bureau's template is some ten kilobytes; anything of this size is something else. */
const LARGEST = 10 * 1024 * 1024

/**
 * Fills a Word template: `{name}` is replaced, `{#rows}…{/rows}` repeats, line breaks stay. The template is the bureau's own: a mark
 * it holds that the data does not, a loop that is not closed or a file that is no .docx is refused with the marks named. `dated` is what
 * the parts of the file say of themselves: the same data at the same instant are the same bytes.
 */
export function fillWord(template: Uint8Array, data: object, dated: Date): Buffer {
  const unknown = new Set<string>()
  const document = open(template, unknown)
  try {
    document.render(data)
  } catch (error) {
    refuseMarks(faultsOf(error))
  }
  if (unknown.size > 0) refuseMarks([...unknown])
  const zip = document.getZip()
  for (const part of Object.values(zip.files as Record<string, { date: Date }>)) part.date = dated
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function open(template: Uint8Array, unknown: Set<string>): Docxtemplater {
  if (template.byteLength > LARGEST) refuseFile()
  let zip: PizZip
  try {
    zip = new PizZip(template)
  } catch {
    return refuseFile()
  }
  if (!zip.file('word/document.xml')) refuseFile()
  try {
    return new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      // What is wrong is told to whoever owns the template, not to the server's log.
      errorLogging: false,
      nullGetter: (part: { value?: string }) => {
        if (part.value) unknown.add(part.value)
        return ''
      },
    })
  } catch (error) {
    return refuseMarks(faultsOf(error))
  }
}

/** The marks that a template's own faults are about; the library tells them one by one under `properties.errors`. */
function faultsOf(error: unknown): string[] {
  const { properties } = error as { properties?: { xtag?: string; errors?: { properties?: { xtag?: string } }[] } }
  const all = properties?.errors?.map((each) => each.properties?.xtag) ?? [properties?.xtag]
  return [...new Set(all.filter((mark) => mark !== undefined))]
}

function refuseMarks(marks: string[]): never {
  const named = marks.map((mark) => `{${mark}}`).join(' ')
  return fail(
    'report.template.marks',
    {
      zh: `模板中的标记无法填写：${named || '（未能识别）'}。请对照说明改正标记名，循环要成对：{#actions}…{/actions}。`,
      en: `The template holds marks that cannot be filled: ${named || '(not told)'}. Correct their names; loops come in pairs: {#actions}…{/actions}.`,
    },
    { status: 422 },
  )
}

function refuseFile(): never {
  return fail(
    'report.template.file',
    {
      zh: '模板不是 Word 文档（.docx），或文件已损坏。请在 Word 或 WPS 中另存为 .docx 后再用。',
      en: 'The template is no Word document (.docx), or is damaged. Save it again as .docx in Word or WPS.',
    },
    { status: 422 },
  )
}
