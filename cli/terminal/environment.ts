import { fail } from '#domain/base/fail.ts'

/** The three settings; everything else has a default that needs no setting. */
export type Environment = { dataDir: string; port: number; databaseUrl: string | undefined }

export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const port = Number(env.RICEBOWL_PORT || 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail('command.setting.wrong', {
      zh: `RICEBOWL_PORT 应为 1–65535 的整数，现为“${env.RICEBOWL_PORT}”。`,
      en: `RICEBOWL_PORT must be a whole number from 1 to 65535; it is "${env.RICEBOWL_PORT}".`,
    })
  return { dataDir: env.RICEBOWL_DATA || '.ricebowl', port, databaseUrl: env.DATABASE_URL || undefined }
}
