import { fail } from '#domain/base/fail.ts'
import { connect, databaseOf, inDatabase, quoteName, withConnection } from '../wire/connection.ts'

/** Creates the database that `url` names, when it is not there, with an encoding and a locale that Chinese search works with. */
export async function ensureDatabase(url: string): Promise<void> {
  try {
    await (await connect(url)).end()
  } catch (error) {
    if ((error as { code?: string }).code !== NO_SUCH_DATABASE) refuseUnreachable(url, error)
    await create(url)
  }
}
const NO_SUCH_DATABASE = '3D000'
const ALREADY_THERE = '42P04'

async function create(url: string): Promise<void> {
  await withConnection(inDatabase(url, 'postgres'), async (admin) => {
    const { rows } = await admin.query<{ builtin: boolean }>(
      "SELECT current_setting('server_version_num')::int >= 170000 AS builtin",
    )
    const provider = rows[0]!.builtin ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : 'LOCALE_PROVIDER libc'
    await admin.query(
      `CREATE DATABASE ${quoteName(databaseOf(url))} TEMPLATE template0 ENCODING 'UTF8' ${provider} LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`,
    )
  }).catch((error) => {
    if (error.code !== ALREADY_THERE) refuseUnreachable(url, error)
  })
}

/** Says where and why, never with which password. */
function refuseUnreachable(url: string, error: unknown): never {
  const { hostname, port } = new URL(url)
  const reason = (error as { code?: string }).code ?? 'unknown'
  const server = `${decodeURIComponent(hostname)}${port && `:${port}`}`
  fail(
    'database.server.unreachable',
    {
      zh: `无法连接数据库 ${databaseOf(url)}（${server}，原因 ${reason}）。请检查 DATABASE_URL 的地址、用户、口令与权限。`,
      en: `The database ${databaseOf(url)} at ${server} cannot be reached or created (${reason}). Check the address, user, password and rights in DATABASE_URL.`,
    },
    { status: 503, where: { server, reason } },
  )
}
