import { type Bulletin, bulletinOf } from '#domain/indicators/bulletin/bulletin.ts'
import type { Language } from '#domain/indicators/bulletin/number-words.ts'
import type { Month } from '#domain/indicators/closing/month.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { type Before, monthView, type Viewer } from '../closing/month-view.ts'
import { reportedFigures } from '../closing/reported.ts'

type Asked = { plan: Plan; month: Month; area: number; before: Before; language: Language }

/** The bulletin of a unit for a month that was frozen (refused otherwise), as it was frozen: never from what is known since. */
export async function getBulletin(
  tx: Tx,
  { plan, month, area, before, language }: Asked,
  viewer: Viewer,
): Promise<Bulletin> {
  const reported = await reportedFigures(tx, plan, month, area)
  const view = await monthView(tx, { plan, month, area, before }, viewer)
  const { on, knownAt, frozenAt, closedAt, edition, hash, seal } = reported
  return bulletinOf(
    {
      ...{ plan: reported.plan, month, on, areaName: view.areaName, figures: view.figures },
      before: view.before && new Map(view.before.figures.map((figure) => [figure.indicator, figure])),
      definitions: new Map(reported.figures.map(({ indicator, definition }) => [indicator.key, definition])),
      ...{ closed: reported.state === 'closed', knownAt, frozenAt, closedAt, edition, hash, seal },
    },
    language,
  )
}
