// `node test/lists/write-golden.ts`: writes the files of golden/ again, and as LibreOffice saves two of them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goldenFiles } from './golden-files.ts'

const folder = join(import.meta.dirname, 'golden')
for (const [name, made] of Object.entries(goldenFiles)) writeFileSync(join(folder, name), made())

const saved = mkdtempSync(join(tmpdir(), 'ricebowl-golden-'))
for (const [from, form] of [
  ['title-note-merged-head', 'xlsx'],
  ['title-note-merged-head', 'xls'],
  ['formulas-and-guides', 'xlsx'],
] as const) {
  const options = [`-env:UserInstallation=file://${saved}/profile`, '--headless', '--convert-to', form]
  execFileSync('soffice', [...options, '--outdir', saved, join(folder, `${from}.xlsx`)])
  renameSync(join(saved, `${from}.${form}`), join(folder, `libreoffice-${from}.${form}`))
}
rmSync(saved, { recursive: true })
