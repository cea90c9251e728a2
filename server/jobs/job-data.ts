import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SmallClasses, smallClassesOf } from '#domain/jobs/lines/small-classes.ts'
import { type Occupations, readOccupations } from '#domain/jobs/occupation/occupation.ts'
import { type Conditions, readConditions } from '#domain/jobs/vacancy/conditions.ts'
import { SHIPPED_PLANS } from '../plan/plan-folder.ts'

export type JobData = { occupations: Occupations; conditions: Conditions; smallClasses: SmallClasses }

let kept: JobData | undefined

/** What every plan's vacancies are held against; read once a process, for it changes with the program and not under it. */
export function jobData(): JobData {
  kept ??= readData()
  return kept
}

function readData(): JobData {
  const occupations = readOccupations(common('occupations-2022.csv'), common('jobs/occupation-names.yaml'))
  const conditions = readConditions(common('jobs/conditions.yaml'))
  return { occupations, conditions, smallClasses: smallClassesOf(occupations.all) }
}

const common = (name: string) => readFileSync(join(SHIPPED_PLANS, 'common', name), 'utf8')
