type Heard = (vacancy: number) => void

const hearers = new Set<Heard>()

/** Whoever keeps vacancies in memory hears of those that this server changed. */
export const onVacancyChanged = (heard: Heard): void => void hearers.add(heard)

/** To be said after the change is committed. */
export function noteVacancyChanged(vacancy: number): void {
  for (const heard of hearers) heard(vacancy)
}
