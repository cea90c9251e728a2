#!/usr/bin/env node
// Old syntax on purpose: this file must run on whatever Node the machine has, and hand over to Node 24 from node_modules.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const platform = windows ? 'win' : process.platform
const bundled = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
const modern = Number(process.versions.node.split('.')[0]) >= 24
const node = existsSync(bundled) ? bundled : modern ? process.execPath : undefined
if (!node) {
  console.error(`饭碗需要 Node 24。请先在 ${root} 运行 \`npm ci\`,它会把 Node 24 装在项目旁边。`)
  console.error(`Ricebowl needs Node 24. Run \`npm ci\` in ${root} first: it installs Node 24 beside the project.`)
  process.exit(2)
}

// A command that takes more memory than it said ends, instead of the machine.
const heap = JSON.parse(readFileSync(join(root, 'cli', 'heap.json'), 'utf8'))
const command = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
const bound = Number(process.env.RICEBOWL_HEAP_MB) || heap[command] || heap.default
const args = [`--max-old-space-size=${bound}`, join(root, 'cli', 'main.ts'), ...process.argv.slice(2)]

if (modern && !windows && process.execve) {
  process.execve(node, [node, ...args], process.env)
} else {
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
