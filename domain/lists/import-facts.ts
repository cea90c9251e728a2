import type { RecordName } from '../people/catalogue.ts'

/**
 * The facts of a record that lists speak of, each a bit of `list_claim.facts`, `firm` and `won`. Append only: what was
 * written yesterday is read by these places.
 */
export const CLAIM_FACTS = {
  person: [
    ...['area', 'name', 'sex', 'birth_date', 'death_date', 'ethnic', 'education', 'in_school', 'health', 'capacity'],
    ...['disability_grade', 'relation', 'identity', 'phone', 'bank', 'household'],
  ],
  household: [
    ...['area', 'code', 'relocated', 'unsafe_house', 'income_per_head_fen', 'address', 'started_on', 'ended_on'],
  ],
  site: [
    ...['area', 'kind', 'name', 'level', 'capacity', 'grade', 'credit_code', 'extra', 'started_on', 'ended_on'],
    'evidence',
  ],
  membership: ['kind', 'risk', 'risk_removed_on', 'started_on', 'ended_on', 'evidence'],
  employment: [
    ...['place', 'channel', 'employer', 'credit_code', 'industry', 'occupation', 'monthly_wage_fen', 'point_to_point'],
    ...[
      'contract',
      'injury_insured',
      'unemployment_insured',
      'skill_certificate',
      'started_on',
      'ended_on',
      'evidence',
    ],
    ...['verified_on', 'verified_until', 'verified_method'],
  ],
  training: [
    ...['course', 'kind', 'trainee', 'hours', 'completed_on', 'certificate_no', 'certificate_on', 'organiser'],
    ...['started_on', 'ended_on', 'evidence'],
  ],
  enterprise: [
    ...['name', 'credit_code', 'form', 'first_time', 'hires', 'acceleration_on', 'sailing_on', 'loan_fen'],
    ...['started_on', 'ended_on', 'evidence'],
  ],
  insurance: ['kind', 'tier_fen', 'payer', 'started_on', 'ended_on', 'evidence', 'employer', 'credit_code'],
  public_post: ['stream', 'duty', 'employer', 'monthly_pay_fen', 'started_on', 'ended_on', 'evidence'],
  talent: [
    ...['kind', 'name', 'level', 'preferential', 'rural_service', 'graduate', 'started_on', 'ended_on', 'evidence'],
  ],
  assistance: ['kind', 'officer', 'goal', 'started_on', 'ended_on', 'evidence'],
  wish: ['kind', 'detail', 'started_on', 'ended_on', 'evidence'],
  grant_paid: ['programme', 'period', 'amount_fen', 'paid_on', 'started_on', 'ended_on', 'evidence'],
  dispatch: ['corridor', 'batch', 'place', 'arrived_on', 'started_on', 'ended_on', 'evidence'],
  roster: ['site', 'role', 'started_on', 'ended_on', 'evidence'],
  attendance: ['site', 'days', 'wage_paid_fen', 'started_on', 'ended_on', 'evidence'],
  round_answer: [],
  site_grade: [],
  referral: [],
  retention_answer: [],
  wage_claim: [],
  activity: ['kind', 'name', 'detail', 'people', 'site', 'started_on', 'ended_on', 'evidence'],
} as const satisfies Record<RecordName, readonly string[]>

/**
 * Where something came from when no list said it: an officer's own record stands above every list but the national ones, what was
 * there before lists were brought in below all. An assumption of ours: no source ranks officers against lists.
 */
export const OFFICER_RANK = 60
