#!/usr/bin/env node
// Old syntax on purpose: this file must run on whatever Node the machine has, and hand over to Node 24 from node_modules.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundled = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const major = Number(process.versions.node.split('.')[0])
const node = existsSync(bundled) ? bundled : major >= 24 ? process.execPath : undefined
if (!node) {
  console.error('Ricebowl needs Node 24. Run `npm ci` in ' + root + ' first: it installs Node 24 beside the project.')
  process.exit(2)
}
const child = spawn(node, [join(root, 'cli', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
