import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { faultOfWeights, type Weights } from '#domain/jobs/market/weights.ts'

const SHIPPED = join(import.meta.dirname, '../../plans/common/matching-weights.yaml')

/** The weights the product ships with; throws when the file is not sound. */
export function shippedWeights(): Weights {
  const weights = parse(readFileSync(SHIPPED, 'utf8')) as Weights
  const fault = faultOfWeights(weights)
  if (fault) throw new Error(`${SHIPPED}: ${fault}`)
  return weights
}
