import type { IncomingMessage, ServerResponse } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify'
import { loadAreas } from '#db/areas/load-areas.ts'
import type { Refusal } from '#domain/base/fail.ts'
import { migrate } from './migrate.ts'
import { determineBeforeOpening } from './needs/first-determination.ts'
import { type Database, type Log, openDatabase } from './postgres.ts'
import { serveConsole } from './start/console-files.ts'
import { type FrontDoor, openFrontDoor } from './start/front-door.ts'
import { findParts, type Parts } from './start/parts.ts'
import { phaseWords } from './start/phase.ts'
import { collectAtRest } from './start/rest.ts'

export type ServeOptions = {
  dataDir: string
  databaseUrl: string | undefined
  port: number
  log: Log
  /** The console can be used from now on. */
  onReady(url: string, seconds: number): void
  /** Asks the server to stop: requests end, then PostgreSQL. */
  signal: AbortSignal
}

/** The whole system on one folder and one port, from its start until it has been asked to stop and has stopped. */
export async function serve(options: ServeOptions, parts?: Parts): Promise<void> {
  const run = new Run(options, parts ?? (await findParts()))
  try {
    await run.start()
    await run.untilAsked
  } catch (error) {
    // What a start says that was interrupted by its own user is no news.
    if (!options.signal.aborted) throw error
  } finally {
    await run.stop()
  }
}

/** What has been opened so far, so that a stop in the middle of a start closes just that. */
class Run {
  readonly options: ServeOptions
  readonly parts: Parts
  readonly untilAsked: Promise<void>
  private door: FrontDoor | undefined
  private database: Promise<Database> | undefined
  private app: FastifyInstance | undefined
  private readonly building = new AbortController()
  private lost: (error: Refusal) => void = () => {}
  private endRest: () => void = () => {}

  constructor(options: ServeOptions, parts: Parts) {
    this.options = options
    this.parts = parts
    this.untilAsked = new Promise((resolve, reject) => {
      this.lost = reject
      if (options.signal.aborted) resolve()
      options.signal.addEventListener('abort', () => resolve())
    })
    this.untilAsked.catch(() => {})
  }

  async start(): Promise<void> {
    const { port, onReady, signal } = this.options
    const begun = performance.now()
    this.door = await openFrontDoor(port)
    const abandoned = this.untilAsked.then(() => Promise.reject(new Error('asked to stop')))
    abandoned.catch(() => {})
    await Promise.race([this.prepare(this.door), abandoned])
    if (signal.aborted) return
    this.endRest = collectAtRest()
    onReady(`http://127.0.0.1:${port}`, Math.round((performance.now() - begun) / 100) / 10)
  }

  private async prepare(door: FrontDoor): Promise<void> {
    const { dataDir, databaseUrl, port, log } = this.options
    const { firstStart, createApp = plainApp } = this.parts
    this.enter('database')
    const holder = { kind: 'server', command: 'start', port } as const
    this.database = openDatabase({ dataDir, databaseUrl, log, holder, onLost: this.lost })
    // Built beside the database work; a failure waits until it is asked for.
    const console = this.parts.console?.(log, this.building.signal)
    console?.catch(() => {})
    const database = await this.database
    this.enter('migrations')
    await migrate(database.adminUrl, { log })
    await loadAreas(database.adminUrl)
    if (firstStart) {
      this.enter('seed')
      await firstStart(database, log)
    }
    await determineBeforeOpening(database, log)
    this.enter('console')
    const folder = await console
    await this.openApp(door, (serverFactory) => createApp({ serverFactory, database, dataDir, log }), folder)
  }

  private async openApp(
    door: FrontDoor,
    create: (serverFactory: FastifyServerFactory) => Promise<FastifyInstance>,
    consoleFolder: string | undefined,
  ): Promise<void> {
    let handler: ((request: IncomingMessage, response: ServerResponse) => void) | undefined
    const serverFactory: FastifyServerFactory = (given) => {
      handler = given
      return door.server
    }
    this.app = await create(serverFactory)
    if (consoleFolder) await serveConsole(this.app, consoleFolder)
    await this.app.ready()
    door.open(handler!)
  }

  private enter(phase: 'database' | 'migrations' | 'seed' | 'console'): void {
    this.door?.say(phase)
    this.options.log({ zh: `${phaseWords[phase].zh}…`, en: `${phaseWords[phase].en}…` })
  }

  async stop(): Promise<void> {
    this.endRest()
    this.building.abort()
    await this.door?.close()
    await this.app?.close()
    // A start that is interrupted may still be opening it.
    const database = await this.database?.catch(() => undefined)
    await database?.stop()
  }
}

/** Without the application's routes there is still /healthz and the console's files. */
const plainApp: NonNullable<Parts['createApp']> = async ({ serverFactory }) => Fastify({ serverFactory })
