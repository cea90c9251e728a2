import { useQuery } from '@tanstack/react-query'
import { findProvince } from '#domain/places/provinces.ts'
import { ask } from '../../api.ts'
import { CITY, useView } from '../../view.ts'
import { useWords } from '../../words.ts'

/** An area by its name: of the city with what it lies in, elsewhere its province. */
export function AreaName({ code }: { code: number }) {
  const { say } = useWords()
  const { clocks } = useView()
  const own = Math.floor(code / 1e10) === Math.floor(CITY / 1e10)
  const { data } = useQuery({
    ...ask.getArea({ params: { code }, query: { on: clocks.on } }),
    enabled: own,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!own) return <>{say(findProvince(code)) || code}</>
  if (!data) return <>{code}</>
  const within = data.ancestors.filter((area) => area.code !== CITY)
  return <>{[...within, data.area].map(({ name }) => name).join('')}</>
}
