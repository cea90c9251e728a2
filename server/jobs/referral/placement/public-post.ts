import type { Input } from '#domain/base/route.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import type { NewEmployment } from '../../../people/employment/employment.sql.ts'
import type { Vacancy } from '../../vacancy/vacancy.sql.ts'
import * as refuse from '../referral-refusals.ts'
import type { NewPost } from './public-post.sql.ts'

type Body = Input<typeof referralApi.checkPlacement>['body']

/**
 * 公益性岗位: whoever is placed in a public post holds it from the first day of the work until the agreement ends, with the same evidence
 * and pay. Undefined while its stream or last day are not said; a placement is refused without them, and with them for any other vacancy.
 */
export function postOf(vacancy: Vacancy, spell: NewEmployment, { postStream, termTo }: Body): NewPost | undefined {
  if (vacancy.kind !== 'public_post' && postStream !== undefined) refuse.noPublicPost()
  if (vacancy.kind !== 'public_post' || postStream === undefined || termTo === undefined) return undefined
  const { county, area, person_id, employer, valid_from, known_from, source, evidence, recorded_by } = spell
  return {
    ...{ county, area, person_id, stream: postStream, duty: vacancy.title, employer },
    ...{ monthly_pay_fen: spell.monthly_wage_fen, valid_from, valid_to: termTo, known_from, source, evidence },
    ...{ verified_on: null, verified_method: null, verified_by: null, verified_until: null, recorded_by },
  }
}

/** What a placement in a public post must say of it. */
export function checkPostSaid(vacancy: Vacancy, post: NewPost | undefined, { postStream }: Body): void {
  if (vacancy.kind === 'public_post' && post === undefined) refuse.postUnsaid(postStream === undefined)
}
