import { dayNumber } from '#domain/base/date.ts'
import { momentDays, SPLIT_MOMENT } from '../calibration.ts'
import { DAY } from '../people/resident.ts'
import { type Story, type StoryJob, stories } from '../stories.ts'

/** What the story people take of the exact counts of a place, so that the others are that many fewer. */
export type StoryTally = {
  lifted: number
  inWork: number[]
  publicPosts: number[]
  rosterLifted: number[]
  inCity: number
  monitored: Record<string, number>
  doctors: number
}

const runs = (job: StoryJob, day: number): boolean => dayNumber(job.from) <= day && (!job.to || dayNumber(job.to) > day)
const alive = (story: Story, day: number): boolean => !story.death || dayNumber(story.death) > day
const isLifted = (story: Story, day: number): boolean =>
  story.memberships.some((m) => m.kind === 'lifted' && dayNumber(m.from) <= day)

export function storyTally(livesHere: (area: number) => boolean): StoryTally {
  const here = stories.filter(({ area }) => livesHere(area))
  const count = (day: number, has: (job: StoryJob) => boolean): number =>
    here.filter((s) => alive(s, day) && isLifted(s, day) && s.jobs.some((job) => runs(job, day) && has(job))).length
  const split = momentDays[SPLIT_MOMENT] as number
  const monitored: Record<string, number> = {}
  for (const { memberships } of here) {
    for (const { kind, risk } of memberships) if (risk) monitored[kind] = (monitored[kind] ?? 0) + 1
  }
  return {
    lifted: here.filter((story) => isLifted(story, DAY)).length,
    inWork: momentDays.map((day) => count(day, () => true)),
    publicPosts: momentDays.map((day) => count(day, (job) => job.channel === 'public_post')),
    rosterLifted: momentDays.map((day) => count(day, (job) => job.channel === 'workshop')),
    inCity: count(split, (job) => job.place === undefined),
    monitored,
    doctors: here.filter(({ key }) => key === 'village-doctor').length,
  }
}
