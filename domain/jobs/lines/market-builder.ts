import { drawLottery } from '../market/lottery.ts'
import {
  emptyPeople,
  emptyVacancies,
  type Market,
  MOST_VACANCIES,
  type People,
  type Vacancies,
} from '../market/market.ts'
import { Grown } from './grown.ts'
import type { PersonLine } from './person-line.ts'
import { CITY_WIDE, placeOf, villageOf } from './place-codes.ts'
import type { VacancyLine } from './vacancy-line.ts'

/** A market and the ids behind its rows; rows stand in the order of ids, whatever the order lines came in. */
export type Built = {
  market: Market
  personIds: string[]
  vacancyIds: string[]
  /** Place code of every place number. */
  placeCodes: number[]
  /** Name of the certificate behind every bit. */
  certificates: string[]
  /** Rows of lines whose id another line had before: they are left out. */
  repeated: { people: number[]; vacancies: number[] }
}

const PERSON = ['home', 'village', 'age', 'tier', 'schooling', 'cannot', 'wageFloor', 'reach', 'stays'] as const
const VACANCY = [
  ...(['occupation', 'place', 'village', 'openings', 'wageLow', 'wageHigh', 'schooling', 'skill', 'demands'] as const),
  ...(['ageMin', 'ageMax', 'kind'] as const),
] as const
/** More kinds of certificate than this no run can tell apart. */
export const MOST_CERTIFICATES = 32

/** Takes lines as they come, keeping numbers and not objects: a million people take some hundred megabytes. */
export class MarketBuilder {
  readonly #people = { ids: [] as string[], rows: new Grown(), columns: PERSON.map(() => new Grown()) }
  readonly #vacancies = { ids: [] as string[], rows: new Grown(), columns: VACANCY.map(() => new Grown()) }
  readonly #lists = {
    wish: new Lists(),
    place: new Lists(),
    skill: new Lists(),
    certificate: new Lists(),
    asked: new Lists(),
  }
  readonly #names = new Map<string, number>()
  readonly #asked = new Set<number>()
  readonly #places = new Set<number>()

  /** Places that have a number whether or not anybody lives, wishes or works there. */
  addPlaces(codes: readonly number[]): void {
    for (const code of codes) this.#places.add(code)
  }

  addPerson(line: PersonLine, row = this.#people.ids.length): void {
    const { ids, rows, columns } = this.#people
    const values = { ...line, home: placeOf(line.area), village: villageOf(line.area) }
    ids.push(line.id)
    rows.push(row)
    for (const [at, name] of PERSON.entries()) columns[at]!.push(values[name])
    this.#lists.wish.add(line.occupations)
    this.#lists.place.add(line.places)
    this.#lists.skill.add(line.skills.flatMap(({ occupation, level }) => [occupation, level]))
    this.#lists.certificate.add(line.certificates.map((name) => this.#nameOf(name)))
  }

  /** False when its certificates would be more kinds than a run can tell apart: the vacancy is not taken. */
  addVacancy(line: VacancyLine, row = this.#vacancies.ids.length): boolean {
    const { ids, rows, columns } = this.#vacancies
    if (ids.length >= MOST_VACANCIES) return false
    const names = line.certificates.map((name) => this.#nameOf(name))
    if (new Set([...this.#asked, ...names]).size > MOST_CERTIFICATES) return false
    for (const name of names) this.#asked.add(name)
    ids.push(line.id)
    rows.push(row)
    for (const [at, name] of VACANCY.entries()) columns[at]!.push(line[name])
    this.#lists.asked.add(names)
    return true
  }

  build(seed: string, middleClass: Uint16Array): Built {
    const people = inOrder(this.#people.ids, this.#people.rows)
    const vacancies = inOrder(this.#vacancies.ids, this.#vacancies.rows)
    const placeCodes = this.#placeCodes()
    const number = numbersOf(placeCodes)
    const certificates = this.#certificates()
    const bits = this.#bits(certificates)
    const market = {
      places: placeCodes.length,
      occupations: middleClass.length,
      middleClass,
      people: this.#peopleColumns(people.order, number, bits, seed),
      vacancies: this.#vacancyColumns(vacancies.order, number, bits),
    }
    return {
      ...{ market, placeCodes, certificates, repeated: { people: people.repeated, vacancies: vacancies.repeated } },
      personIds: Array.from(people.order, (at) => this.#people.ids[at]!),
      vacancyIds: Array.from(vacancies.order, (at) => this.#vacancies.ids[at]!),
    }
  }

  /** The people that were added, in the numbers of a market that was built before: who is looked at beside vacancies that are packed already. */
  peopleIn({ placeCodes, certificates }: Pick<Built, 'placeCodes' | 'certificates'>, seed: string): People {
    const { order } = inOrder(this.#people.ids, this.#people.rows)
    return this.#peopleColumns(order, numbersOf(placeCodes), this.#bits(certificates), seed)
  }

  #nameOf(name: string): number {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    this.#names.set(name, this.#names.size)
    return this.#names.size - 1
  }

  /** Names that some vacancy asks for, in their own order, are the bits; what nobody asks for is not kept. */
  #certificates(): string[] {
    return [...this.#names].flatMap(([name, at]) => (this.#asked.has(at) ? name : [])).sort()
  }

  #bits(certificates: readonly string[]): Map<number, number> {
    return new Map(certificates.flatMap((name, bit) => (this.#names.has(name) ? [[this.#names.get(name)!, bit]] : [])))
  }

  #placeCodes(): number[] {
    const [home, wished] = [this.#people.columns[0]!.values(), this.#lists.place.values()]
    const codes = new Set(this.#places)
    for (const column of [home, wished, this.#vacancies.columns[1]!.values()])
      for (const code of column) codes.add(code)
    codes.delete(CITY_WIDE)
    return [...codes].sort((a, b) => a - b)
  }

  #peopleColumns(order: number[], number: Map<number, number>, bits: Map<number, number>, seed: string): People {
    const city = [...number.keys()].filter(
      (code) => placeOf(code) === code && Math.floor(code / 10_000) * 10_000 === CITY_WIDE,
    )
    const { wish, place, skill, certificate } = this.#lists
    const places = new Lists()
    for (const at of order) {
      const codes = [...place.of(at)].flatMap((code) => (code === CITY_WIDE ? city : [code]))
      places.add([...new Set(codes)].map((code) => number.get(code)!))
    }
    const people = emptyPeople(order.length, wish.total, places.total, skill.total / 2)
    for (const [row, at] of order.entries()) {
      for (const [column, name] of PERSON.entries()) people[name][row] = this.#people.columns[column]!.at(at)
      people.home[row] = number.get(this.#people.columns[0]!.at(at))!
      people.certificates[row] = bitsOf(certificate.of(at), bits)
      people.wish.set(wish.of(at), people.wishAt[row])
      people.place.set(places.of(row), people.placeAt[row])
      people.wishAt[row + 1] = people.wishAt[row]! + wish.of(at).length
      people.placeAt[row + 1] = people.placeAt[row]! + places.of(row).length
      people.skillAt[row + 1] = people.skillAt[row]! + fillSkills(people, people.skillAt[row]!, skill.of(at))
    }
    people.lottery = drawLottery(order.length, seed)
    return people
  }

  #vacancyColumns(order: number[], number: Map<number, number>, bits: Map<number, number>): Vacancies {
    const vacancies = emptyVacancies(order.length)
    for (const [row, at] of order.entries()) {
      for (const [column, name] of VACANCY.entries()) vacancies[name][row] = this.#vacancies.columns[column]!.at(at)
      vacancies.place[row] = number.get(this.#vacancies.columns[1]!.at(at))!
      vacancies.certificates[row] = bitsOf(this.#lists.asked.of(at), bits)
    }
    return vacancies
  }
}

function fillSkills(people: People, to: number, pairs: Int32Array): number {
  for (let at = 0; at < pairs.length; at += 2) {
    people.skill[to + at / 2] = pairs[at]!
    people.skillLevel[to + at / 2] = pairs[at + 1]!
  }
  return pairs.length / 2
}

const numbersOf = (placeCodes: readonly number[]) => new Map(placeCodes.map((code, at) => [code, at]))

const bitsOf = (names: Int32Array, bits: Map<number, number>): number =>
  names.reduce((held, name) => (bits.has(name) ? held | (1 << bits.get(name)!) : held), 0)

/** Places of ids in their order; of an id that stands more than once the line that came first. */
function inOrder(ids: string[], rows: Grown): { order: number[]; repeated: number[] } {
  const sorted = Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b))
  const isFirst = (at: number, place: number) => place === 0 || ids[sorted[place - 1]!] !== ids[at]
  const repeated = sorted.filter((at, place) => !isFirst(at, place)).map((at) => rows.at(at))
  return { order: sorted.filter(isFirst), repeated: repeated.sort((a, b) => a - b) }
}

/** Lists of whole numbers, one behind the other. */
class Lists {
  readonly #values = new Grown()
  readonly #ends = new Grown()
  add(list: readonly number[]): void {
    for (const value of list) this.#values.push(value)
    this.#ends.push(this.#values.length)
  }
  get total(): number {
    return this.#values.length
  }
  values = (): Int32Array => this.#values.values()
  of = (at: number): Int32Array =>
    this.#values.values().subarray(at === 0 ? 0 : this.#ends.at(at - 1), this.#ends.at(at))
}
