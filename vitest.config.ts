import { defineConfig } from 'vitest/config'

/**
 * fast     no I/O beyond reading files: domain, plans, architecture
 * db       real PostgreSQL (embedded, or DATABASE_URL): *.db.test.ts
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
        },
      },
      {
        test: {
          name: 'db',
          include: ['{server,cli,db,test}/**/*.db.test.ts'],
          globalSetup: ['test/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
