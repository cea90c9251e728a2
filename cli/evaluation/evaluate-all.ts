import { Refusal } from '#domain/base/fail.ts'
import { type Context, contextOf, type Json } from '#domain/rules/context.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import { jsonOfSql, jsonOfValue } from '#domain/rules/json-value.ts'
import { compile, type Predicate } from '#domain/rules/predicate.ts'
import { feelFunctionsSql } from '#domain/rules/sql/functions.ts'
import { toSql } from '#domain/rules/to-sql.ts'
import { isList, isRecord, typeName } from '#domain/rules/type.ts'

/** A connection of any kind to a PostgreSQL that `eval` may create functions in; everything it does is rolled back. */
export type EvalConnection = { query(text: string): Promise<{ rows: unknown[] }>; end(): Promise<unknown> }
export type EvalItem = { expr: string; context?: { [key: string]: Json } }
type EvalError = { error: { code: string; message: string; from?: number; to?: number; text?: string } }
export type EvalResult = { type: string; evaluated: Json; sql: Json } | EvalError

/** As many select items in one statement as PostgreSQL plans without effort. */
const PER_STATEMENT = 100

type Prepared = { predicate: Predicate; context: Context; evaluated: Json; statement: string }

/**
 * Evaluates every item twice, in this process and in PostgreSQL. A refused item is an `error` in its place and never
 * reaches the database.
 */
export async function evaluateAll(
  items: readonly EvalItem[],
  connect: () => Promise<EvalConnection>,
): Promise<EvalResult[]> {
  const prepared = items.map((item) => attempt(() => prepare(item)))
  const runnable = prepared.filter((each): each is Prepared => !('error' in each))
  const answers = runnable.length ? await runAll(runnable, connect) : new Map<Prepared, string | null | EvalError>()
  return prepared.map((each) => {
    if ('error' in each) return each
    const answer = answers.get(each)!
    if (typeof answer === 'object' && answer !== null) return answer
    const { type } = each.predicate
    return { type: typeName(type), evaluated: each.evaluated, sql: jsonOfSql(type, answer) }
  })
}

function attempt(run: () => Prepared): Prepared | EvalError {
  try {
    return run()
  } catch (error) {
    return errorOf(error)
  }
}

function errorOf(error: unknown): EvalError {
  if (error instanceof Refusal) return { error: { code: error.code, message: error.words.en, ...error.where } }
  return { error: { code: 'rules.eval.failed', message: error instanceof Error ? error.message : String(error) } }
}

function prepare({ expr, context: given }: EvalItem): Prepared {
  const context = contextOf(given ?? {})
  const predicate = compile(expr, { catalogue: context.catalogue, root: context.root, adHoc: true })
  refuseRecords(predicate)
  const evaluated = jsonOfValue(predicate.type, evaluate(predicate, context.record))
  const sql = toSql(predicate, { alias: 'p', relation: context.relation, mode: 'feel' })
  return {
    predicate,
    context,
    evaluated,
    statement: `SELECT (${sql})::text FROM ${context.relation(context.root)} AS p`,
  }
}

function refuseRecords({ type, text }: Predicate): void {
  const of = isList(type) ? type.list : type
  if (!isRecord(of) && !isList(of)) return
  throw new Refusal(
    'rules.expression.result',
    { zh: '结果是记录，请取出其中的某个事实。', en: 'The result is a record or a list of lists: take a fact of it.' },
    { status: 422, where: { from: 0, to: text.length, text } },
  )
}

type Answers = Map<Prepared, string | null | EvalError>

async function runAll(prepared: readonly Prepared[], connect: () => Promise<EvalConnection>): Promise<Answers> {
  const connection = await connect()
  const answers: Answers = new Map()
  try {
    await connection.query('BEGIN')
    const found = await connection.query(`SELECT to_regproc('feel_round34') IS NOT NULL AS there`)
    if (!(found.rows[0] as { there: boolean }).there) await connection.query(feelFunctionsSql)
    await connection.query('SET LOCAL jit = off')
    for (let at = 0; at < prepared.length; at += PER_STATEMENT) {
      await runSome(prepared.slice(at, at + PER_STATEMENT), connection, answers)
    }
    await connection.query('ROLLBACK')
  } finally {
    await connection.end()
  }
  return answers
}

/** Many in one round trip; should one of them fail all the same, each alone, so that it spoils no other. */
async function runSome(some: readonly Prepared[], connection: EvalConnection, answers: Answers): Promise<void> {
  const columns = some.map(({ statement }, i) => `(${statement}) AS r${i}`)
  try {
    await connection.query('SAVEPOINT some_items')
    const { rows } = await connection.query(`SELECT ${columns.join(', ')}`)
    const row = rows[0] as Record<string, string | null>
    for (const [i, each] of some.entries()) answers.set(each, row[`r${i}`] ?? null)
    await connection.query('RELEASE SAVEPOINT some_items')
  } catch (error) {
    await connection.query('ROLLBACK TO SAVEPOINT some_items')
    if (some.length > 1) {
      for (const each of some) await runSome([each], connection, answers)
    } else {
      const message = error instanceof Error ? error.message : String(error)
      answers.set(some[0]!, { error: { code: 'rules.eval.sql', message } })
    }
  }
}
