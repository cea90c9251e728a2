import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { Words } from '../base/shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** A fact as the filter builder and the rule editor need it. */
export const FactView = Type.Object({
  key: Type.String(),
  label: Words,
  kind: Type.Union([Type.Literal('scalar'), Type.Literal('list'), Type.Literal('ref'), Type.Literal('derived')]),
  type: orNull(Type.String()),
  of: orNull(Type.String()),
  nullable: Type.Boolean(),
  codes: orNull(Type.Array(Type.Object({ code: Type.String(), label: Words }))),
  unit: orNull(Type.String()),
  note: orNull(Words),
})

export const rulesApi = contract({
  listFacts: {
    method: 'GET',
    path: '/api/facts',
    needs: 'people.list',
    summary: 'The fact catalogue: every record type and its facts',
    reply: Type.Object({
      records: Type.Array(Type.Object({ record: Type.String(), label: Words, facts: Type.Array(FactView) })),
    }),
  },
  checkRule: {
    method: 'POST',
    path: '/api/rules/check',
    needs: 'people.list',
    summary: 'Is this text a predicate over such a record; if not, what is wrong and where',
    body: Type.Object({ text: Type.String({ maxLength: 2000 }), record: Type.String({ maxLength: 40 }) }),
    reply: Type.Object({
      ok: Type.Boolean(),
      type: orNull(Type.String()),
      error: orNull(Type.Object({ message: Words, from: Type.Integer(), to: Type.Integer() })),
    }),
  },
})
