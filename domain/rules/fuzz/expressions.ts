import type { Fact } from '../../people/fact.ts'
import { DAYS, STRINGS } from './files.ts'
import type { Random } from './random.ts'
import { sampleCatalogue } from './sample.ts'

/** Random rules of a wanted type: what they say is nonsense, what they are is well typed. */
type Scalar = 'boolean' | 'number' | 'string' | 'date' | 'months' | 'days'
type Name = { text: string; type: Scalar | { record: string } | { rows: string } | { list: Scalar }; codes?: boolean }

export class ExpressionGenerator {
  private readonly random: Random
  /** Innermost last; a name hides the same name further out. */
  private readonly scopes: Name[][]
  private variables = 0

  constructor(random: Random, root = 'person') {
    this.random = random
    this.scopes = [
      [
        ...this.factsOf(root),
        { text: 'on', type: 'date' },
        { text: '当日', type: 'date' },
        { text: 'line', type: 'number' },
      ],
    ]
  }

  boolean(depth: number): string {
    const { random } = this
    if (depth <= 0) return this.smallBoolean()
    const d = depth - 1
    return random.pick([
      () => `(${this.boolean(d)} and ${this.boolean(d)})`,
      () => `(${this.boolean(d)} or ${this.boolean(d)})`,
      () => `not(${this.boolean(d)})`,
      () => `(${this.boolean(d)} ${random.pick(['=', '!='])} ${this.boolean(d)})`,
      () => `(if ${this.boolean(d)} then ${this.boolean(d)} else ${this.boolean(d)})`,
      () => this.comparison(d),
      () => this.comparison(d),
      () => this.membership(d),
      () => this.membership(d),
      () => this.quantifier(d),
      () => this.quantifier(d),
      () => this.listTest(d),
      () => `${random.pick(['contains', 'starts with', 'ends with'])}(${this.string(d)}, ${this.string(0)})`,
      () => this.smallBoolean(),
    ])()
  }

  private smallBoolean(): string {
    const { random } = this
    return random.pick([
      () => this.name('boolean') ?? 'true',
      () => this.comparison(0),
      () => `(${this.anyScalar(0)} ${random.pick(['=', '!='])} null)`,
      () => this.codeTest(),
      () => random.pick(['true', 'false', 'null']),
    ])()
  }

  private comparison(depth: number): string {
    const type = this.random.pick(['number', 'number', 'string', 'date', 'date', 'months', 'days'] as const)
    const operator = this.random.pick(['=', '!=', '<', '<=', '>', '>='])
    return `(${this.scalar(type, depth)} ${operator} ${this.scalar(type, depth)})`
  }

  private codeTest(): string {
    const name = this.names((n) => n.codes === true).at(-1)
    if (!name) return 'true'
    const value = () => this.random.pick(['"workshop"', '"帮扶车间"', '"self"', '"公益岗"', 'null'])
    return this.random.pick([
      () => `(${name.text} = ${value()})`,
      () => `(${name.text} != ${value()})`,
      () => `(${name.text} in (${value()}, ${value()}))`,
    ])()
  }

  /** `in` is written bare half of the time: the parser's precedence must come out right without parentheses. */
  private membership(depth: number): string {
    const { random } = this
    const type = random.pick(['number', 'string', 'date'] as const)
    const value = () => this.scalar(type, depth - 1)
    const brackets = () => [random.pick(['[', '(', ']']), random.pick([']', ')', '['])] as const
    const range = () => {
      const [open, close] = brackets()
      return `${open}${value()}..${value()}${close}`
    }
    const test = () =>
      random.pick([value, range, () => `${random.pick(['<', '>=', '>', '<='])} ${value()}`, () => 'null'])()
    const body = random.pick([
      () => `${value()} in (${test()}, ${test()})`,
      () => `${value()} in ${range()}`,
      () => `${value()} between ${value()} and ${value()}`,
      () => `${value()} in ${this.scalarList(type, depth - 1)}`,
    ])()
    const bare = depth > 0 && random.chance(0.5)
    return bare
      ? `(${body} ${random.pick(['and', 'or'])} ${this.smallBoolean()} ${random.pick(['and', 'or'])} ${this.smallBoolean()})`
      : `(${body})`
  }

  private quantifier(depth: number): string {
    const { random } = this
    const word = random.pick(['some', 'every'])
    this.variables += 1
    const name = random.pick([`x${this.variables}`, `项${this.variables}`, `it ${this.variables}`])
    if (random.chance(0.25)) {
      const type = random.pick(['number', 'string', 'date'] as const)
      const list = this.scalarList(type, depth - 1)
      return `(${word} ${name} in ${list} satisfies ${this.within([{ text: name, type }], () => this.boolean(depth - 1))})`
    }
    const { text, record } = this.rows(depth - 1)
    const names = [...this.membersOf(name, record), { text: name, type: { record } }]
    return `(${word} ${name} in ${text} satisfies ${this.within(names, () => this.boolean(depth - 1))})`
  }

  private listTest(depth: number): string {
    const { random } = this
    const type = random.pick(['number', 'string', 'date'] as const)
    return random.pick([
      () =>
        `list contains(${this.scalarList(type, depth)}, ${random.chance(0.2) ? 'null' : this.scalar(type, depth - 1)})`,
      () => `(count(${this.rows(depth).text}) ${random.pick(['=', '>', '<='])} ${this.number(depth - 1)})`,
      () => `${random.pick(['any', 'all'])}(${this.booleanList(depth)})`,
      () =>
        `(${random.pick(['min', 'max'])}(${this.scalarList(type, depth)}) ${random.pick(['=', '<', '>='])} ${this.scalar(type, depth - 1)})`,
    ])()
  }

  number(depth: number): string {
    const { random } = this
    const small = () => random.pick(['0', '1', '2', '3', '18', '0.5', '-1', '1.25', '500', '9007199254740991', '0.1'])
    if (depth <= 0)
      return random.pick([() => this.name('number') ?? small(), () => this.name('number') ?? small(), small])()
    const d = depth - 1
    return random.pick([
      () => `(${this.number(d)} ${random.pick(['+', '-', '*', '*'])} ${this.number(d)})`,
      () => `(${this.number(d)} / ${this.number(d)})`,
      () => `(${this.number(d)} ** ${random.pick(['2', '3', '-1', '0'])})`,
      () => `-${this.number(0)}`,
      () => `(if ${this.boolean(d)} then ${this.number(d)} else ${this.number(d)})`,
      () => `${random.pick(['abs', 'floor', 'ceiling'])}(${this.number(d)})`,
      () =>
        `${random.pick(['decimal', 'round up', 'round down', 'round half up', 'round half down', 'floor'])}(${this.number(d)}, ${random.pick(['0', '1', '2', '-1'])})`,
      () => `modulo(${this.number(d)}, ${this.number(d)})`,
      () => `string length(${this.string(d)})`,
      () => `${random.pick(['age on', 'months between'])}(${this.date(d)}, ${this.date(d)})`,
      () => `${this.months(d)}.${random.pick(['years', 'months'])}`,
      () => `${this.days(d)}.days`,
      () => `${this.date(d)}.${random.pick(['year', 'month', 'day', 'weekday'])}`,
      () => `count(${this.rows(d).text})`,
      () => `${random.pick(['sum', 'min', 'max', 'mean'])}(${this.scalarList('number', d)})`,
      () => `count(distinct values(${this.scalarList(random.pick(['number', 'string', 'date'] as const), d)}))`,
      () => this.number(0),
    ])()
  }

  string(depth: number): string {
    const { random } = this
    const small = () => JSON.stringify(random.pick(STRINGS))
    if (depth <= 0) return random.pick([() => this.name('string') ?? small(), small])()
    const d = depth - 1
    return random.pick([
      () => this.string(0),
      () => `(${this.string(d)} + ${this.string(d)})`,
      () => `string(${random.pick([() => this.number(d), () => this.date(d), () => this.boolean(d)])()})`,
      () => `${random.pick(['upper case', 'lower case'])}(${this.string(d)})`,
      () =>
        `substring(${this.string(d)}, ${random.pick(['1', '2', '-1', '-2', '0', '9'])}${random.pick(['', ', 1', ', 2', ', 0'])})`,
      () => `substring ${random.pick(['before', 'after'])}(${this.string(d)}, ${this.string(0)})`,
      () => `(if ${this.boolean(d)} then ${this.string(d)} else ${this.string(d)})`,
    ])()
  }

  date(depth: number): string {
    const { random } = this
    const small = () => random.pick([`date("${random.pick(DAYS)}")`, `@"${random.pick(DAYS)}"`])
    if (depth <= 0)
      return random.pick([() => this.name('date') ?? small(), () => this.name('date') ?? small(), small])()
    const d = depth - 1
    return random.pick([
      () => this.date(0),
      () => `(${this.date(d)} ${random.pick(['+', '-'])} ${this.months(d)})`,
      () => `(${this.date(d)} ${random.pick(['+', '-'])} ${this.days(d)})`,
      () => `day of reaching(${this.date(d)}, ${random.pick(['18', '60', '1', '0', '9000'])})`,
      () =>
        `date(${random.pick(['2024', '2023', '0', '1'])}, ${random.pick(['2', '12', '13'])}, ${random.pick(['29', '31', '1'])})`,
      () => `(if ${this.boolean(d)} then ${this.date(d)} else ${this.date(d)})`,
      () => `${random.pick(['min', 'max'])}(${this.scalarList('date', d)})`,
    ])()
  }

  private months(depth: number): string {
    const { random } = this
    const small = () => `duration("${random.pick(['P1M', 'P1Y', 'P18Y', 'P13M', '-P1M', 'P0M', 'P9000Y'])}")`
    if (depth <= 0) return small()
    return random.pick([
      small,
      () => `years and months duration(${this.date(depth - 1)}, ${this.date(depth - 1)})`,
      () => `(${this.months(depth - 1)} + ${small()})`,
      () => `(${small()} * ${random.pick(['2', '-1', '3'])})`,
    ])()
  }

  private days(depth: number): string {
    const { random } = this
    const small = () => `@"${random.pick(['P1D', 'P30D', '-P1D', 'P365D', 'P9999999D'])}"`
    if (depth <= 0) return small()
    return random.pick([
      small,
      () => `(${this.date(depth - 1)} - ${this.date(depth - 1)})`,
      () => `(${small()} - ${this.days(depth - 1)})`,
    ])()
  }

  private scalar(type: Scalar, depth: number): string {
    return this[type](depth)
  }
  private anyScalar(depth: number): string {
    return this.scalar(this.random.pick(['number', 'string', 'date', 'boolean'] as const), depth)
  }

  /** Records: a list fact, perhaps filtered, perhaps lists of lists joined. */
  private rows(depth: number): { text: string; record: string } {
    const { random } = this
    const names = this.names((n) => typeof n.type === 'object' && 'rows' in n.type)
    const name = random.pick(names)
    const record = (name.type as { rows: string }).rows
    if (depth <= 0 || random.chance(0.3)) return { text: name.text, record }
    if (random.chance(0.12) && record === 'employment')
      return { text: `concatenate(${name.text}, ${this.filtered(name.text, record, depth)})`, record }
    return { text: this.filtered(name.text, record, depth), record }
  }
  private filtered(text: string, record: string, depth: number): string {
    const inner = this.within([...this.factsOf(record), { text: 'item', type: { record } }], () =>
      this.boolean(depth - 1),
    )
    return `${text}[${inner}]`
  }

  private scalarList(type: 'number' | 'string' | 'date', depth: number): string {
    const { random } = this
    const items = () =>
      `[${Array.from({ length: random.whole(0, 3) }, () => (random.chance(0.15) ? 'null' : this.scalar(type, 0))).join(', ')}]`
    if (depth <= 0) return items()
    return random.pick([
      items,
      () => this.projection(type, depth),
      () => this.projection(type, depth),
      () => `distinct values(${this.scalarList(type, depth - 1)})`,
      () => `concatenate(${this.scalarList(type, depth - 1)}, ${this.scalarList(type, depth - 1)})`,
      () => `${items()}[${this.within([{ text: 'item', type }], () => this.boolean(depth - 1))}]`,
      () => {
        const { text, record } = this.rows(depth - 1)
        this.variables += 1
        const name = `y${this.variables}`
        return `(for ${name} in ${text} return ${this.within(this.membersOf(name, record), () => this.scalar(type, depth - 1))})`
      },
    ])()
  }
  private projection(type: Scalar, depth: number): string {
    const { text, record } = this.rows(depth - 1)
    const facts = this.factsOf(record).filter((fact) => fact.type === type)
    return facts.length ? `${text}.${this.random.pick(facts).text}` : '[]'
  }
  private booleanList(depth: number): string {
    return this.random.pick([
      () => this.projection('boolean', depth),
      () => `[${this.boolean(0)}, ${this.boolean(0)}]`,
    ])()
  }

  private within(names: Name[], make: () => string): string {
    this.scopes.push(names)
    const text = make()
    this.scopes.pop()
    return text
  }

  private name(type: Scalar): string | undefined {
    const names = this.names((name) => name.type === type && !name.codes)
    return names.length ? this.random.pick(names).text : undefined
  }
  /** What can be seen from here: a name that is hidden further in is left out. */
  private names(wanted: (name: Name) => boolean): Name[] {
    const seen = new Set<string>()
    return this.scopes.toReversed().flatMap((scope) => {
      const visible = scope.filter((name) => !seen.has(name.text))
      for (const name of scope) seen.add(name.text)
      return visible.filter(wanted)
    })
  }

  /** Key or Chinese label, at random; facts of a referenced record through a path. */
  private factsOf(record: string, prefix = '', depth = 1): Name[] {
    return Object.entries(sampleCatalogue[record]!.facts).flatMap(([key, fact]): Name[] => {
      // Both spellings enter the scope, so that hiding one hides the other.
      return [key, fact.label.zh].flatMap((written) => this.fact(`${prefix}${written}`, fact, depth))
    })
  }
  private fact(text: string, fact: Fact, depth: number): Name[] {
    if (fact.kind === 'scalar') return [{ text, type: fact.type, ...(fact.codes && { codes: true }) }]
    if (fact.kind === 'derived') return [{ text, type: 'boolean' }]
    if (fact.kind === 'list') return [{ text, type: { rows: fact.of } }]
    return depth > 0 ? this.factsOf(fact.to, `${text}.`, depth - 1) : []
  }
  private membersOf(name: string, record: string): Name[] {
    return this.factsOf(record, `${name}.`)
  }
}
