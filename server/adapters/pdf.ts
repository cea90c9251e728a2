import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'

export type PdfContent = Content
export type PdfDocument = Omit<TDocumentDefinitions, 'images' | 'files' | 'attachments'>

const FONT = 'NotoSansSC'
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
const regular = join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf')
const bold = join(fonts, '700Bold', 'NotoSansSC_700Bold.ttf')

/** A PDF with its glyphs embedded. Nothing it names is fetched, and of this machine it reads the two fonts alone. Some 50 MB while it is made. */
export async function renderPdf(document: PdfDocument): Promise<Buffer> {
  const printer = pdfmake as typeof pdfmake & {
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
  }
  printer.setUrlAccessPolicy(() => false)
  printer.setLocalAccessPolicy((path) => path === regular || path === bold)
  printer.setFonts({ [FONT]: { normal: regular, bold, italics: regular, bolditalics: bold } })
  return Buffer.from(
    await printer.createPdf({ ...document, defaultStyle: { font: FONT, ...document.defaultStyle } }).getBuffer(),
  )
}
