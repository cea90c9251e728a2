/** Nothing of the caller's locale, PGDATA or PGPORT reaches PostgreSQL. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }), LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}
