import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { Instant, LedgerId } from '../../base/shapes.ts'
import { batchApi } from './batch.api.ts'
import { corridorApi } from './corridor.api.ts'

const one = Type.Object({ id: LedgerId })
const { key } = corridorApi.getCorridor.params.properties
/** Of the version that was on the screen, with the reason, which stands in the log. */
const seen = {
  clientId: Type.String({ format: 'uuid' }),
  knownFrom: Instant,
  reason: Type.String({ minLength: 1, maxLength: 200 }),
}
const withdrawal = Type.Object(seen)
const Done = Type.Object({ id: LedgerId })

/** What a unit entered of an agreement, an order or a batch, said anew or taken back by the posts over it; what was said before stays in history. */
export const correctionApi = contract({
  correctCorridor: {
    method: 'POST',
    path: '/api/corridors/:key/correct',
    needs: 'jobs.record',
    summary: 'Correct an agreement that an officer entered, or close it by its last year; audited with the reason',
    params: Type.Object({ key }),
    body: Type.Object({ ...corridorApi.recordCorridor.body.properties, ...seen }),
    reply: Done,
  },
  withdrawCorridor: {
    method: 'POST',
    path: '/api/corridors/:key/withdraw',
    needs: 'jobs.record',
    summary: 'Take back an agreement entered by mistake, on which no order and no batch hangs; audited with the reason',
    params: Type.Object({ key }),
    body: withdrawal,
    reply: Done,
  },
  correctOrder: {
    method: 'POST',
    path: '/api/corridor-orders/:id/correct',
    needs: 'jobs.record',
    summary: 'Correct by when an order wants its people, and who receives them; audited with the reason',
    params: one,
    body: Type.Object({
      ...seen,
      wantedBy: corridorApi.recordOrder.body.properties.wantedBy,
      receiver: corridorApi.recordOrder.body.properties.receiver,
    }),
    reply: Done,
  },
  withdrawOrder: {
    method: 'POST',
    path: '/api/corridor-orders/:id/withdraw',
    needs: 'jobs.record',
    summary: 'Untie a vacancy from an agreement, as long as no batch goes under it; audited with the reason',
    params: one,
    body: withdrawal,
    reply: Done,
  },
  correctBatch: {
    method: 'POST',
    path: '/api/dispatch-batches/:id/correct',
    needs: 'jobs.record',
    summary: 'Correct a batch: all of it before it left, afterwards what is still open; audited with the reason',
    params: one,
    body: Type.Object({ ...batchApi.recordBatch.body.properties, ...seen }),
    reply: Done,
  },
  withdrawBatch: {
    method: 'POST',
    path: '/api/dispatch-batches/:id/withdraw',
    needs: 'jobs.record',
    summary: 'A batch that has not left does not go: it is taken back with its list; audited with the reason',
    params: one,
    body: withdrawal,
    reply: Done,
  },
})
