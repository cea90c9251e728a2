import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The console answers every path that is no file and no API call; the server does the same when it serves the build. */
function consoleForEveryPath(): Plugin {
  return {
    name: 'console-for-every-path',
    configureServer(server) {
      server.middlewares.use((req, _res, next) => {
        const path = req.url?.split('?')[0] ?? '/'
        const isPage = req.headers.accept?.includes('text/html') && !path.startsWith('/api/')
        if (isPage) req.url = '/console/index.html'
        next()
      })
    },
  }
}

const api = process.env.RICEBOWL_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), consoleForEveryPath()],
  server: { proxy: { '/api': api, '/healthz': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { console: fileURLToPath(new URL('console/index.html', import.meta.url)) } },
  },
})
