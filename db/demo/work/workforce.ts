import { momentDays, SPLIT_MOMENT } from '../calibration.ts'
import { ageOn, aliveOn, type Resident } from '../people/resident.ts'
import type { Quotas } from '../quotas.ts'
import type { Randomness } from '../randomness.ts'
import type { DrawnSite } from '../sites/sites.ts'

/**
 * Who is in work at each moment, and where: exact counts by construction. Seats: 0 none, 1 ordinary work, 2 a public post,
 * 3 + n the n-th workshop. What lies between two moments is drawn afterwards and cannot change a count at a moment.
 */
export type Course = {
  person: Resident
  seats: Int16Array
  /** Number of the job held at each moment; a new number is a new job on the same kind of seat. */
  job: Uint8Array
  jobs: number
  inCityAtSplit: boolean
  homely: boolean
  /** Lower is offered a public post sooner. */
  postKey: number
}

export const NONE = 0
export const ORDINARY = 1
export const PUBLIC = 2
export const WORKSHOP = 3

const MOMENTS = momentDays.length
const YEARLY_LEAVE = 0.055
const YEARLY_NEW_JOB = 0.22
const YEARLY_WORKSHOP_LEAVE = 0.1
const YEARLY_POST_LEAVE = 0.12
/** Rules look for them, so there are some. */
const STUDENTS_AT_WORK = 0.012

const yearsBefore = (t: number): number => ((momentDays[t] as number) - (momentDays[t - 1] ?? 0)) / 365.25

const newCourse = (person: Resident, chance: Randomness): Course => ({
  person,
  seats: new Int16Array(MOMENTS),
  job: new Uint8Array(MOMENTS),
  inCityAtSplit: false,
  homely: chance.chance(0.46),
  jobs: 0,
  postKey: postKey(person),
})

const mayWork = (person: Resident, t: number): boolean =>
  ageOn(person, momentDays[t] as number) >= 16 && aliveOn(person, momentDays[t] as number)

/** The lifted people of a part, in work as its quotas say. `fixed` counts per moment are taken by people given beforehand. */
export function employLifted(
  chance: Randomness,
  people: readonly Resident[],
  quotas: Quotas,
  sites: readonly DrawnSite[],
): Course[] {
  const candidates = people
    .filter(
      (p) =>
        p.lifted &&
        (p.inSchool !== true || chance.chance(STUDENTS_AT_WORK)) &&
        (p.capacity === 'ordinary' || p.capacity === 'skilled' || p.capacity === 'weak'),
    )
    .map((person) => ({ course: newCourse(person, chance), key: eagerness(chance, person) }))
    .sort((a, b) => a.key - b.key || a.course.person.id - b.course.person.id)
    .map(({ course }) => course)
  let inWork = new Set<Course>()
  for (let t = 0; t < MOMENTS; t++) {
    inWork = nextWorkers(chance, candidates, inWork, quotas.inWork[t] as number, t)
    seat(chance, [...inWork], t, quotas, sites)
  }
  splitCity(chance, candidates, quotas.inCity)
  return candidates.filter((course) => course.seats.some((s) => s !== NONE))
}

/** People whom no count is given for: half of those who can work, from some moment on. */
export function employFreely(chance: Randomness, people: readonly Resident[]): Course[] {
  const courses: Course[] = []
  for (const person of people) {
    const able = person.capacity === 'ordinary' || person.capacity === 'skilled' || person.capacity === 'weak'
    if (!able || person.inSchool === true || !chance.chance(0.52)) continue
    const course = newCourse(person, chance)
    for (let t = chance.int(6); t < MOMENTS; t++) {
      if (!mayWork(person, t)) continue
      if (t > 0 && course.seats[t - 1] === ORDINARY && chance.chance(0.85)) keep(course, t)
      else take(course, t, ORDINARY)
    }
    courses.push(course)
  }
  return courses
}

/** Lower works sooner. */
function eagerness(chance: Randomness, person: Resident): number {
  const age = ageOn(person, momentDays[5] as number)
  const old = age > 66 ? 1.2 : age > 60 ? 0.6 : age > 54 ? 0.15 : 0
  return chance.next() + old + (person.capacity === 'weak' ? 0.35 : 0) + (!person.male && age < 40 ? 0.12 : 0)
}

function nextWorkers(
  chance: Randomness,
  all: readonly Course[],
  before: ReadonlySet<Course>,
  target: number,
  t: number,
): Set<Course> {
  const leave = t === 0 ? 0 : 1 - (1 - YEARLY_LEAVE) ** yearsBefore(t)
  const stay: Course[] = []
  for (const course of before) if (mayWork(course.person, t) && !chance.chance(leave)) stay.push(course)
  chance.shuffle(stay)
  const next = new Set(stay.slice(0, target))
  if (next.size < target) {
    // The eager come first, and some chance remains, so that those who were out come back as well as newcomers.
    const out = all.filter((c) => !next.has(c) && !before.has(c) && mayWork(c.person, t))
    const reach = Math.min(out.length, Math.ceil((target - next.size) * 1.6))
    const drawn = chance.shuffle(out.slice(0, reach))
    for (const course of drawn.slice(0, target - next.size)) next.add(course)
  }
  // A part too small for its share takes back even those who had left.
  const spare = all.filter((c) => !next.has(c) && mayWork(c.person, t))
  for (const course of spare.slice(0, Math.max(0, target - next.size))) next.add(course)
  if (next.size < target) throw new RangeError(`Only ${next.size} of ${target} people can work`)
  return next
}

/** Gives everybody in work a seat: workshops and public posts by quota, the others ordinary work. */
function seat(chance: Randomness, inWork: Course[], t: number, quotas: Quotas, sites: readonly DrawnSite[]): void {
  const before = (course: Course) => (t === 0 ? NONE : (course.seats[t - 1] as number))
  const years = t === 0 ? 0 : yearsBefore(t)
  const keeps = (yearly: number) => chance.chance((1 - yearly) ** years)
  const free: Course[] = []
  const inWorkshop: Course[] = []
  const inPost: Course[] = []
  for (const course of inWork) {
    const last = before(course)
    if (last >= WORKSHOP && stands(sites[last - WORKSHOP], t) && keeps(YEARLY_WORKSHOP_LEAVE)) inWorkshop.push(course)
    else if (last === PUBLIC && keeps(YEARLY_POST_LEAVE)) inPost.push(course)
    else free.push(course)
  }
  chance.shuffle(inWorkshop)
  const wantWorkshop = quotas.rosterLifted[t] as number
  free.push(...inWorkshop.splice(wantWorkshop))
  for (const course of inWorkshop) keep(course, t)
  chance.shuffle(free)
  const hire = new SiteHiring(chance, sites, t)
  for (const course of free.splice(0, wantWorkshop - inWorkshop.length)) take(course, t, WORKSHOP + hire.next())
  free.push(...inPost.splice(quotas.publicPosts[t] as number))
  for (const course of inPost) keep(course, t)
  const posts = (quotas.publicPosts[t] as number) - inPost.length
  const chosen = new Set(choosePostHolders(free, inPost, posts))
  for (const course of chosen) take(course, t, PUBLIC)
  for (const course of free) {
    if (chosen.has(course)) continue
    if (before(course) === ORDINARY && keeps(YEARLY_NEW_JOB)) keep(course, t)
    else take(course, t, ORDINARY)
  }
}

/** Public posts go to people of fifty and more and to the weaker; one a household as long as there are enough. */
function choosePostHolders(free: readonly Course[], holders: readonly Course[], count: number): Course[] {
  if (count <= 0) return []
  const order = [...free].sort((a, b) => a.postKey - b.postKey)
  const served = new Set(holders.map(({ person }) => person.household))
  const first: Course[] = []
  const second: Course[] = []
  for (const course of order) {
    const { household } = course.person
    if (served.has(household) && course.person.id % 50 !== 0) second.push(course)
    else first.push(course)
    served.add(household)
  }
  return [...first, ...second].slice(0, count)
}

function postKey(person: Resident): number {
  const age = ageOn(person, momentDays[5] as number)
  return Math.abs(age - 57) + (age > 66 ? 30 : 0) - (person.capacity === 'weak' ? 12 : 0) + (person.id % 17)
}

function keep(course: Course, t: number): void {
  course.seats[t] = course.seats[t - 1] as number
  course.job[t] = course.job[t - 1] as number
}
function take(course: Course, t: number, seat: number): void {
  course.seats[t] = seat
  course.job[t] = ++course.jobs
}

const stands = (site: DrawnSite | undefined, t: number): boolean =>
  site !== undefined &&
  site.from <= (momentDays[t] as number) &&
  (site.to === null || site.to > (momentDays[t] as number))

/** Hands out seats in the workshops that stand: first one each, then by capacity. */
class SiteHiring {
  readonly #chance: Randomness
  readonly #seats: number[] = []
  #at = 0

  constructor(chance: Randomness, sites: readonly DrawnSite[], t: number) {
    this.#chance = chance
    const standing = sites.flatMap((site, n) => (site.kind === 'workshop' && stands(site, t) ? [n] : []))
    chance.shuffle(standing)
    this.#seats.push(...standing)
    const more = standing.flatMap((n) => Array.from({ length: Math.ceil((sites[n]?.capacity ?? 10) / 6) }, () => n))
    this.#seats.push(...chance.shuffle(more))
  }
  next(): number {
    const all = this.#seats
    if (all.length === 0) throw new RangeError('No workshop stands here')
    return (this.#at < all.length ? all[this.#at++] : this.#chance.pick(all)) as number
  }
}

/** At the split moment the number who work in the city is exact. */
function splitCity(chance: Randomness, courses: readonly Course[], inCity: number): void {
  const working = courses.filter((c) => c.seats[SPLIT_MOMENT] !== NONE)
  const bound = working.filter((c) => (c.seats[SPLIT_MOMENT] as number) >= PUBLIC)
  const free = chance.shuffle(working.filter((c) => c.seats[SPLIT_MOMENT] === ORDINARY))
  for (const course of bound) course.inCityAtSplit = true
  // Whoever tends to stay near home comes first.
  free.sort((a, b) => Number(b.homely) - Number(a.homely))
  for (const course of free.slice(0, Math.max(0, inCity - bound.length))) course.inCityAtSplit = true
}

/** People who are not lifted on the workshops' rosters; `invent` makes one more when the quota asks for it. */
export function employOthers(
  chance: Randomness,
  quotas: Quotas,
  sites: readonly DrawnSite[],
  invent: () => Resident,
): Course[] {
  const all: Course[] = []
  let on: Course[] = []
  for (let t = 0; t < MOMENTS; t++) {
    const keepRate = t === 0 ? 1 : (1 - YEARLY_WORKSHOP_LEAVE) ** yearsBefore(t)
    const target = quotas.rosterOther[t] as number
    const staying = on.filter(
      (c) =>
        aliveOn(c.person, momentDays[t] as number) &&
        stands(sites[(c.seats[t - 1] as number) - WORKSHOP], t) &&
        chance.chance(keepRate),
    )
    const left = on.filter((c) => !staying.includes(c) || staying.indexOf(c) >= target)
    on = staying.slice(0, target)
    for (const course of on) keep(course, t)
    const hire = new SiteHiring(chance, sites, t)
    while (on.length < target) {
      const course = newCourse(invent(), chance)
      take(course, t, WORKSHOP + hire.next())
      on.push(course)
      all.push(course)
    }
    for (const course of all) {
      const gone = left.includes(course)
      const elsewhere = t > 0 && course.seats[t - 1] === ORDINARY
      if (course.seats[t] !== NONE || !aliveOn(course.person, momentDays[t] as number)) continue
      if (gone && chance.chance(0.55)) take(course, t, ORDINARY)
      else if (elsewhere && chance.chance(keepRate)) keep(course, t)
    }
  }
  return all
}
