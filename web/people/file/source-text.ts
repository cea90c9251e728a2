import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'

/** Where a record comes from, in words: an officer's entry, an employer's, a list by its name, the demonstration. */
export function useSourceText(): (source: string) => string {
  const { t, say } = useWords()
  const can = useCan()
  const { data } = useQuery({ ...ask.listLists({}), enabled: can('lists.read'), staleTime: Number.POSITIVE_INFINITY })
  return (source) => {
    if (source === 'officer' || source === 'employer' || source === 'demo') return t(`file.source.${source}`)
    const list = data?.lists.find(({ key }) => source === `list:${key}`)
    return list ? t('file.source.list', { list: say(list.name) }) : source
  }
}
