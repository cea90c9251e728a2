import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import { noteAuditWritten } from '../../access/audit.ts'
import type { FieldCrypto, Purpose } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import { findPerson, refusePerson } from '../list/find-person.ts'

const PURPOSES: Record<Input<typeof peopleApi.revealField>['body']['field'], Purpose> = {
  identity: 'person.id',
  phone: 'person.phone',
  bank: 'person.bank',
  address: 'household.address',
}

const SHORTEST_REASON = 4

/** A sealed field in clear, for a reason. The database logs before it hands out the cipher; an attempt on a file out of scope is logged too. */
export async function revealField(
  { params, body }: Input<typeof peopleApi.revealField>,
  ctx: Pick<Ctx, 'asPost' | 'actor'>,
  crypto: FieldCrypto,
): Promise<{ value: string | null }> {
  if (body.reason.trim().length < SHORTEST_REASON) refuseReason()
  const found = await ctx.asPost(async (tx) => {
    const county = (await findPerson(tx, params.id))?.county ?? 0
    const [sealed] = await tx.query<{ row_id: number | null; cipher: Buffer | null }>(
      'SELECT row_id, cipher FROM reveal_field($1, $2, $3, $4, $5)',
      [county, params.id, body.field, body.reason, ctx.actor.requestId],
    )
    return { county, sealed }
  })
  noteAuditWritten()
  const { county, sealed } = found
  if (county === 0) refusePerson(params.id)
  if (!sealed?.cipher || sealed.row_id === null) return { value: null }
  return { value: crypto.open(PURPOSES[body.field], county, sealed.row_id, sealed.cipher) }
}

function refuseReason(): never {
  return fail(
    'people.reveal.noReason',
    { zh: '请写明查看明文的事由，至少四个字。', en: 'Say why the field is to be seen, in four characters or more.' },
    { status: 422, where: { field: 'reason' } },
  )
}
