import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Contract, Handlers } from '#domain/base/route.ts'
import type { Ctx } from '../context.ts'

/** Resolves a request to its context, or refuses it: session, origin, permission. */
export type OpenContext = (request: FastifyRequest, reply: FastifyReply | undefined, needs: string) => Promise<Ctx>

/** Every route of the contract: input checked by its schema, reply stripped to its schema, nothing else served. */
export function serveContract<C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handlers: Handlers<C, Ctx>,
  open: OpenContext,
): void {
  for (const [name, route] of Object.entries(contract)) {
    const handle = handlers[name as keyof C] as (input: never, ctx: Ctx) => Promise<unknown>
    const { params, query, body } = route
    app.route({
      method: route.method,
      url: route.path,
      schema: {
        operationId: name,
        summary: route.summary,
        description: `Needs: ${route.needs}`,
        response: { 200: route.reply },
        ...(params && { params }),
        ...(query && { querystring: query }),
        ...(body && { body }),
      },
      handler: async (request, reply) => {
        const ctx = await open(request, reply, route.needs)
        reply.header('cache-control', 'no-store')
        return handle({ params: request.params, query: request.query, body: request.body } as never, ctx)
      },
    })
  }
}
