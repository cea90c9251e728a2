// `node db/generate.ts` migrates an empty database and writes down what came of it: db/schema.sql and db/types.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { startTestServer } from '../test/server.ts'
import { rowTypesText } from './row-types.ts'
import { schemaText } from './schema-text.ts'

const server = await startTestServer(undefined)
try {
  await withConnection(server.templateUrl, async (client) => {
    writeFileSync(join(import.meta.dirname, 'schema.sql'), await schemaText(client))
    writeFileSync(join(import.meta.dirname, 'types.ts'), await rowTypesText(client))
  })
} finally {
  await server.stop()
}
