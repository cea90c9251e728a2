import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** An answer that is waited for is: one second, as Vitest has it, is a matter of what else the machine does. */
const expect = { poll: { timeout: 60_000 } }
/** Processes that tests start read what others of them have compiled. */
const env = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled') }
const alone = ['server/access/log/audit-seal.db.test.ts', 'cli/audit.db.test.ts']

/**
 * fast     no I/O beyond reading files: domain, plans, architecture
 * db       real PostgreSQL (embedded, or DATABASE_URL): *.db.test.ts
 * alone    the same, with a PostgreSQL of its own: what is sealed waits for every transaction open anywhere on the server
 * browser  real Chromium on a real server: *.e2e.ts
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['{domain,server,cli,web,db,test,plans}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // What a worker has read once (modules, the plan) serves its next files: half of the time went there.
          isolate: false,
          // As many as the others: projects of one run share their workers.
          maxWorkers: 2,
          setupFiles: ['test/seeded.ts'],
          // Only what hangs ends so: a loaded machine takes its time.
          testTimeout: 240_000,
          expect,
        },
      },
      {
        test: {
          name: 'db',
          include: ['{server,cli,db,test}/**/*.db.test.ts'],
          exclude: alone,
          globalSetup: ['test/database.ts'],
          testTimeout: 240_000,
          expect,
          env,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'alone',
          include: alone,
          globalSetup: ['test/database.ts'],
          testTimeout: 240_000,
          expect,
          env,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/browser.ts'],
          expect,
          env,
          // Some ten times what a journey takes on a machine of its own.
          testTimeout: 400_000,
          hookTimeout: 180_000,
          // Each journey has a server and a database of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
})
