import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifySchema } from 'fastify'

/** The entries of the web build; the console answers every page that names no other. */
const ENTRIES = ['field', 'citizen']
const CONSOLE = 'console/index.html'

/** Serves the build: files whose name holds their hash for a year, pages always asked anew. */
export async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    cacheControl: false,
    // `.sources` and the like are nobody's business.
    dotfiles: 'ignore',
    setHeaders: (response, path) => {
      const hashed = path.startsWith(join(folder, 'assets'))
      response.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true } as FastifySchema }, (request, reply) => {
    const path = request.url.split('?')[0]!
    const file = path.slice(1)
    // A dot does not make a file: keys of indicators carry one.
    const isFile = /\.\w+$/.test(file) && !file.includes('..') && existsSync(join(folder, file))
    if (isFile) return reply.sendFile(file)
    if (!request.headers.accept?.includes('text/html') || path.startsWith('/api/')) return reply.callNotFound()
    const entry = ENTRIES.find((name) => path === `/${name}` || path.startsWith(`/${name}/`))
    const page = entry && existsSync(join(folder, entry, 'index.html')) ? `${entry}/index.html` : CONSOLE
    return reply.sendFile(page)
  })
}
