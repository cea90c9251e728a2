import type { VacancyRow } from '#db/types.ts'
import { dayNumber, dayText } from '#domain/base/date.ts'
import { maskPhone } from '#domain/people/identity-mask.ts'
import { DEMO_DAY } from '../calibration.ts'
import { workingHour } from '../generate/proof.ts'
import type { Sealer } from '../generate/seal.ts'
import { creditCode, phoneNumber } from '../invented-number.ts'
import type { Scale } from '../quotas.ts'
import { Randomness } from '../randomness.ts'
import type { Schedule } from '../schedule.ts'
import { type DrawnSite, drawSites } from '../sites/sites.ts'
import { publicTrades, type Trade, trades, workshopTrades } from './trades.ts'

/** Between the ids of sites and those of the first batch of people. */
const FIRST_ID = 60_000
const LAST_ID = 99_999
const SERIALS_FROM = 700_000
const DAY = dayNumber(DEMO_DAY)
const TERM = 30
/** Vacancies of employers a county, by scale; an assumption like all of them. */
const OF_EMPLOYERS: Readonly<Record<Scale, number>> = { small: 14, county: 14, city: 300 }
const PROVINCES = [440, 330, 320, 350, 370, 510].map((code) => code * 1_000_000_000)
const SHANDONG = 370_000_000_000

type Offer = Omit<VacancyRow, 'phone_cipher'> & { phone_cipher: string }
type Draft = Partial<Omit<VacancyRow, 'phone_cipher'>> &
  Pick<VacancyRow, 'area' | 'kind' | 'title' | 'occupation' | 'employer' | 'place'>

/**
 * What employers, workshops, villages and the corridor offer around the demo's day: open, lapsed, filled and closed. Drawn by chance of its own,
 * so that no other row of the city changes; nothing of it is counted in a figure. Every one says `demo`, and the screen that it is invented.
 */
export function inventVacancies(
  scale: Scale,
  seed: number,
  { sites }: Pick<Schedule, 'sites'>,
  sealer: Sealer,
): Offer[] {
  const chance = new Randomness(seed, 'vacancies')
  const offers: Offer[] = []
  const offer = (draft: Draft) => {
    const id = FIRST_ID + offers.length
    if (id <= LAST_ID) offers.push(finish(chance, draft, id, sealer))
  }
  for (const plan of sites) {
    const county = plan.county * 1_000_000
    const villages = plan.towns.flatMap((town) => town.villages)
    const share = OF_EMPLOYERS[scale] * (plan.county === plan.countyThen ? 1 : 0.5)
    for (let n = 0; n < share; n++) offer(byEmployer(chance, county, plan.towns))
    for (const site of drawSites(seed, plan)) if (isHiring(chance, site)) offer(byWorkshop(chance, site))
    for (let n = 0; n < 4; n++) offer(publicPost(chance, chance.pick(villages)))
    if (chance.chance(0.5)) offer(corridorOrder(chance, county))
  }
  return offers
}

/** A workshop that stands on the day, two in five. */
const isHiring = (chance: Randomness, { kind, from, to }: DrawnSite): boolean =>
  kind === 'workshop' && from <= DAY && (to === null || to > DAY) && chance.chance(0.4)

const LUCKY = [...'丰禾兴盛瑞祥裕泰恒达广源安康宏远嘉和新锦']
const named = (chance: Randomness, what: string): string => `${chance.pick(LUCKY)}${chance.pick(LUCKY)}${what}（演示）`

function byEmployer(chance: Randomness, county: number, towns: readonly { code: number }[]): Draft {
  const trade = chance.pick(trades)
  const away = chance.chance(0.35)
  return {
    ...{ area: county, kind: 'employer', title: chance.pick(trade.titles), occupation: trade.occupation },
    employer: named(chance, chance.pick(trade.employers)),
    place: away ? chance.pick(PROVINCES) : chance.pick(towns).code,
    ...termsOf(chance, trade, away ? 1.15 : 1),
    ...{
      openings: chance.pick([2, 3, 5, 8, 10, 20, 30]),
      lodging: away || chance.chance(0.4),
      board: chance.chance(0.6),
    },
  }
}

function byWorkshop(chance: Randomness, site: DrawnSite): Draft {
  const trade = Object.entries(workshopTrades).find(([product]) => site.name.includes(product))?.[1]
  const { occupation, titles } = trade ?? { occupation: '6-31-05-00', titles: ['普工'] }
  return {
    ...{ area: site.area, kind: 'workshop', title: chance.pick(titles), occupation, employer: site.name },
    ...{ site_id: site.id, credit_code: creditCode(site.id, '92'), place: site.area, openings: chance.between(1, 8) },
    ...{
      wage_form: 'piece',
      wage_low_fen: 180_000 + chance.int(8) * 10_000,
      wage_high_fen: 300_000 + chance.int(10) * 10_000,
    },
    ...{ hours: '可按接送孩子调整', season: 'flexible', training: true, board: false, lodging: false, industry: 'C' },
  }
}

function publicPost(chance: Randomness, village: number): Draft {
  const { occupation, titles } = chance.pick(publicTrades)
  const wage = chance.between(3, 8) * 10_000
  return {
    ...{ area: village, kind: 'public_post', title: chance.pick(titles), occupation, employer: '村民委员会（演示）' },
    ...{ credit_code: null, licence_seen_on: null, place: village, openings: chance.between(1, 3) },
    ...{ wage_form: 'month', wage_low_fen: wage, wage_high_fen: wage, hours_per_day: 3, season: 'year_round' },
    ...{ board: false, lodging: false, training: true, industry: 'S' },
  }
}

function corridorOrder(chance: Randomness, county: number): Draft {
  const trade = chance.pick(trades.filter(({ industry, form }) => industry === 'C' && form === 'month'))
  return {
    ...{ area: county, kind: 'corridor', title: chance.pick(trade.titles), occupation: trade.occupation },
    ...{ employer: named(chance, chance.pick(trade.employers)), place: SHANDONG, openings: chance.pick([20, 30, 50]) },
    ...termsOf(chance, trade, 1.15),
    ...{ board: true, lodging: true, training: true },
  }
}

function termsOf(
  chance: Randomness,
  { form, wage, hazards = [], ...trade }: Trade,
  factor: number,
): Partial<VacancyRow> {
  const step = form === 'month' || form === 'piece' ? 10_000 : 1_000
  const fen = (yuan: number) => Math.round((yuan * 100 * factor * (0.95 + chance.next() * 0.1)) / step) * step
  return {
    ...{ wage_form: form, wage_low_fen: fen(wage[0]), wage_high_fen: fen(wage[1]), industry: trade.industry },
    ...{ skills: trade.skills ?? null, certificate: trade.certificate ?? null, hours: trade.hours ?? null },
    ...{
      hazards: [...hazards],
      age_from: hazards.some((hazard) => hazard === 'toxic' || hazard === 'lifting') ? 18 : 16,
      training: chance.chance(0.4),
    },
    ...{ hours_per_day: chance.pick([8, 8, 9, 10]), season: trade.industry === 'A' ? 'seasonal' : 'year_round' },
  }
}

/** Days, numbers and the contact: most are open on the demo's day, some lapsed, some filled, a few closed. */
function finish(chance: Randomness, draft: Draft, id: number, sealer: Sealer): Offer {
  const from = DAY - chance.between(1, 50)
  const refreshed = chance.chance(0.85) ? Math.max(from, DAY - chance.int(25)) : from
  const closed = chance.chance(0.06) ? Math.min(DAY, from + 1 + chance.int(30)) : null
  const openings = draft.openings ?? 1
  const taken = chance.chance(0.08) ? openings : chance.int(Math.ceil(openings / 2) + 1)
  const phone = phoneNumber(SERIALS_FROM + id)
  const county = Math.floor(draft.area / 1e6)
  const seen = chance.chance(0.8) ? dayText(from) : null
  return {
    ...{ county, id, industry: null, credit_code: creditCode(SERIALS_FROM + id), site_id: null, licence_seen_on: seen },
    ...{ wage_form: 'month', wage_low_fen: null, wage_high_fen: null, hours_per_day: null, days_per_month: null },
    ...{ hours: null, season: null, board: null, lodging: null, training: null, education: null, skills: null },
    ...{ certificate: null, age_from: 16, age_to: null, age_rule: null, hazards: [], contact: '招聘负责人' },
    ...{
      phone_cipher: `\\x${sealer.seal('vacancy.phone', county, id, phone).toString('hex')}`,
      phone_mask: maskPhone(phone),
    },
    ...{ detail: null, work_from: null, work_to: null, ...draft, openings, taken: Math.min(taken, openings) },
    ...{ refreshed_on: dayText(refreshed), open_until: dayText(refreshed + TERM), valid_from: dayText(from) },
    ...{ valid_to: closed === null ? null : dayText(closed), close_reason: closed === null ? null : 'withdrawn' },
    ...{ known_from: new Date(workingHour(chance, from) * 1000).toISOString(), source: 'demo', recorded_by: null },
  }
}
