import { hash } from 'node:crypto'
import { areaText, headText, type SnapshotHead } from '#domain/indicators/closing/canonical.ts'
import type { FrozenArea } from './snapshot.sql.ts'

export const sm3 = (text: string): string => hash('sm3', text, 'hex')

export const areaHash = (head: SnapshotHead, { division, area, figures }: Omit<FrozenArea, 'hash'>): string =>
  sm3(areaText(head, division, area, figures))

/** 封签: the head, then the hash of every area by division and code, each link taken over the one before. */
export const chain = (head: SnapshotHead, previous: string, areas: readonly FrozenArea[]): string =>
  areas.reduce((link, { hash }) => sm3(`${link}${hash}`), sm3(headText(head, previous, areas.length)))
