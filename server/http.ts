import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { api } from '#domain/api.ts'
import { openAccessDoor } from './access/access-door.ts'
import { startSealer } from './access/audit-seal.ts'
import { fieldCrypto } from './access/field-crypto.ts'
import { openDoor } from './db.ts'
import { installationDefaults } from './http/defaults.ts'
import { exportLists } from './http/export-lists.ts'
import { allHandlers } from './http/handlers.ts'
import { contextOpener } from './http/open-context.ts'
import { answerProblems } from './http/problems.ts'
import { serveContract } from './http/routes.ts'
import { serveBulletin } from './indicators/bulletin/serve-bulletin.ts'
import { closingApart } from './indicators/closing/job/closing-apart.ts'
import { closingJobs } from './indicators/closing/job/closing-jobs.ts'
import { countApart } from './indicators/counting/count-task.ts'
import { openExports } from './indicators/export/exports.ts'
import { figureRuns } from './indicators/figure-run.ts'
import { keptDaysOn } from './jobs/matching/keep/prune-runs.ts'
import { matchingApart } from './jobs/matching/run/matching-apart.ts'
import { matchingJobs } from './jobs/matching/run/matching-jobs.ts'
import { startMatchingSchedule } from './jobs/matching/run/schedule.ts'
import { serveImportFiles } from './lists/wizard/import-files.ts'
import { createImporter } from './lists/work/importer.ts'
import { determineApart, isStaleAndLarge } from './needs/first-determination.ts'
import { redetermine } from './needs/redetermine.ts'
import { savingAgainst } from './needs/saving/saving-against.ts'
import { startNightly } from './needs/schedule/nightly.ts'
import { carryWaivers } from './needs/waivers/carry-waivers.sql.ts'
import type { PeopleGiven } from './people/list/people-given.ts'
import { once } from './people/once.ts'
import { getPlans } from './plan/plan-folder.ts'
import type { CreateApp } from './start/parts.ts'

const BODY_LIMIT = 1_000_000

/** The application on one database: contract, handlers, the audit's sealer; closing it closes what it opened. */
export const createApp: CreateApp = async ({ serverFactory, database, dataDir, log }) => {
  const door = openDoor(database)
  const access = openAccessDoor(database)
  const defaults = await installationDefaults(door)
  const plans = getPlans()
  const figures = {
    plans,
    runs: figureRuns(door, countApart(door, database.roleUrl('ricebowl_job'))),
    defaults: async () => defaults,
  }
  const plan = plans.get(defaults.plan) ?? [...plans.values()][0]!
  const people: PeopleGiven = {
    plan: () => plan,
    defaults: async () => defaults,
    crypto: fieldCrypto(database.keys),
    saving: savingAgainst(plan, () => defaults.on),
    carry: carryWaivers,
    redetermine: (tx, person, now) => redetermine(tx, plan, person, defaults.on, now),
    asJob: (work) => door.asJob(work),
  }
  const exports = openExports({
    once,
    today: async () => defaults.on,
    lists: exportLists(door, figures, people),
    asJob: (work) => door.asJob(work),
    dataDir,
    report: (id, error) => app.log.error({ id, name: (error as Error).name }, 'an export failed'),
  })
  const importer = createImporter({
    ...{ door, database, dataDir, plan, on: defaults.on },
    report: (id, error) => app.log.error({ id, name: (error as Error).name }, 'an import failed'),
  })
  const closing = closingJobs({
    asJob: (work) => door.asJob(work),
    work: closingApart(database.roleUrl('ricebowl_job')),
    report: (id, error) => app.log.error({ id, name: (error as Error).name }, 'a closing job failed'),
  })
  const matching = matchingJobs({
    door,
    work: matchingApart(database.roleUrl('ricebowl_job')),
    report: (id, error) => app.log.error({ id, name: (error as Error).name }, 'a match run broke off'),
  })
  const matchingSchedule = startMatchingSchedule({
    door,
    defaults: () => installationDefaults(door),
    keptDays: (on) => keptDaysOn(plan, on),
    nudge: matching.nudge,
    report: (error) => app.log.error({ name: (error as Error).name }, 'the nightly match run was not begun'),
  })
  const nightly = startNightly({
    door,
    determine: (onProgress) => determineApart(database.roleUrl('ricebowl_job'), onProgress),
    isStale: () => isStaleAndLarge(door),
    report: (error) => app.log.error({ name: (error as Error).name }, 'the nightly determination failed'),
  })
  const app = Fastify({
    serverFactory,
    bodyLimit: BODY_LIMIT,
    // A proxy on this machine may say that the request came over TLS; the cookie then carries its prefix.
    trustProxy: 'loopback',
    genReqId: () => randomUUID(),
    // Addresses and queries stay out of the log: a line names the route and the status, nobody's data.
    logger: { level: process.env.RICEBOWL_LOG ?? 'warn', serializers: { req: () => ({}) } },
    logController: new LogController({ disableRequestLogging: true }),
    ajv: { customOptions: { removeAdditional: false, allErrors: false } },
  })
  await harden(app)
  answerProblems(app)
  const sealer = startSealer({ door: access, keys: database.keys, dataDir, log })
  const handlers = allHandlers({
    access,
    door,
    keys: database.keys,
    dataDir,
    figures,
    people,
    exports,
    importer,
    closing,
    matching,
    nightly,
    plan,
    defaults,
  })
  const open = contextOpener({ access, door })
  await app.register(async (scope) => {
    serveContract(scope, api, handlers, open)
    serveBulletin(scope, figures, (request) => open(request, undefined, 'indicators.read'))
    exports.serveFile(scope, (request) => open(request, undefined, 'people.export'))
    serveImportFiles(scope, { door, dataDir, plan }, (request, needs) => open(request, undefined, needs))
  })
  await exports.start()
  importer.start()
  await closing.start()
  await matching.start()
  app.get('/api/openapi.json', { schema: { hide: true } as object }, () => app.swagger())
  app.addHook('onClose', async () => {
    await nightly.stop()
    importer.stop()
    await closing.stop()
    matchingSchedule.stop()
    await matching.stop()
    await exports.stop()
    await sealer.stop()
    await Promise.all([door.close(), access.close()])
  })
  // The overview is what everybody opens first: counted while the first officer still signs in.
  figures.runs
    .get(plan, defaults.on)
    .catch((error: Error) => app.log.error({ name: error.name }, 'first figures failed'))
  return app
}

async function harden(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    hsts: false,
  })
  await app.register(swagger, { openapi: { info: { title: 'Ricebowl 饭碗', version: '0.1.0' } } })
}
