import type { Static } from 'typebox'
import type { Words } from '#domain/base/fail.ts'
import { sex } from '#domain/people/codes.ts'
import type { RequestView } from '#domain/people/identity/change-request.api.ts'
import { MERGE_FIELDS } from '#domain/people/identity/merge-fields.ts'
import type { Ctx } from '../../context.ts'
import { labelOf } from '../merge/compare-files.ts'
import type { MoveContent } from '../move/move-file.ts'
import { hindrance } from './ask.ts'
import type { MergeContent } from './merge-request.ts'
import type { NumberContent } from './number.ts'
import type { ChangeRequest } from './request.sql.ts'

type View = Static<typeof RequestView>
type Line = View['content'][number]

/** A request as the second officer reads it: what is asked in words, what to look at twice, and whether this post may decide. */
export function requestView(
  request: ChangeRequest,
  names: ReadonlyMap<number, string>,
  ctx: Pick<Ctx, 'officer' | 'post'>,
): View {
  const nameOf = (id: number) => names.get(id) ?? nameIn(request) ?? String(id)
  return {
    ...{
      id: request.id,
      kind: request.kind as View['kind'],
      person: request.person_id,
      name: nameOf(request.person_id),
    },
    other: request.other_id === null ? null : { id: request.other_id, name: nameOf(request.other_id) },
    to: request.to_area,
    ...{ content: linesOf(request), flags: flagsOf(request), reason: request.reason },
    ...{ askedBy: request.asked_title, askedAt: request.asked_at, decision: request.decision as View['decision'] },
    ...{ decidedBy: request.decided_title, decidedAt: request.decided_at, decisionReason: request.decision_reason },
    mine: request.asked_officer === ctx.officer.id,
    hindered: hindrance(request, ctx),
  }
}

/** The receiving side of a move sees no file yet, only the name it was told. */
const nameIn = ({ kind, content }: ChangeRequest) => (kind === 'move' ? (content as MoveContent).name : undefined)

function linesOf({ kind, content }: ChangeRequest): Line[] {
  if (kind === 'merge') return mergeLines(content as MergeContent)
  if (kind === 'number') return numberLines(content as NumberContent)
  return kind === 'move' ? moveLines(content as MoveContent) : []
}

function mergeLines({ take, leaveOut }: MergeContent): Line[] {
  const fields = take.map((key) => MERGE_FIELDS[key].label)
  const kinds = [...new Set(leaveOut.map(({ record }) => record))].map(labelOf)
  return [
    line('取自被并入档案的项目', 'taken from the file that is closed', listed(fields)),
    line('不保留的冲突记录', 'contradicting rows left out', listed(kinds, leaveOut.length)),
  ]
}

function numberLines({ mask, from, name, oldName, birthDate, sex: code }: NumberContent): Line[] {
  const said = sex[code as keyof typeof sex]
  return [
    line('原号码', 'number now', plain(from ?? '—')),
    line('新号码', 'number asked for', plain(mask)),
    ...(name === null ? [] : [line('姓名', 'name', plain(`${oldName} → ${name}`))]),
    line('新号码的出生日期', 'birthday by the new number', plain(birthDate)),
    line('新号码的性别', 'sex by the new number', said),
  ]
}

const moveLines = ({ mask, from, to, on, rows }: MoveContent): Line[] => [
  line('证件号码', 'identity number', plain(mask ?? '—')),
  line('迁出', 'from', plain(from)),
  line('迁入', 'to', plain(to)),
  line('迁移日期', 'moved on', plain(on)),
  line('随迁记录', 'rows that come along', plain(String(rows))),
]

function flagsOf({ kind, content }: ChangeRequest): Words[] {
  if (kind === 'number' && (content as NumberContent).doubleChange) return [DOUBLE]
  return kind === 'merge' && (content as MergeContent).namesDiffer ? [NAMES] : []
}
const DOUBLE: Words = {
  zh: '双改：一年内姓名和证件号码都改。请核对证件原件，必要时报纪检。',
  en: 'Name and number both changed within a year: see the document itself, and report it where in doubt.',
}
const NAMES: Words = { zh: '两份档案姓名不同', en: 'The two files carry different names' }

const plain = (text: string): Words => ({ zh: text, en: text })
const line = (zh: string, en: string, value: Words): Line => ({ label: { zh, en }, value })
function listed(words: readonly Words[], count = words.length): Words {
  if (count === 0) return { zh: '无', en: 'none' }
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}
