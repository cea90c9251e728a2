import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Spell } from '../file/file-view.ts'
import { SpellItem } from '../timeline/SpellItem.tsx'

/** Two people changed one record: both versions side by side, nothing overwritten. */
export function Conflict({ person, seen, onDone }: { person: number; seen: Spell; onDone: () => void }) {
  const { t } = useWords()
  const { clocks } = useView()
  const queries = useQueryClient()
  const file = useQuery({
    ...ask.getFile({ params: { id: person }, query: clocks }),
    staleTime: 0,
    refetchOnMount: 'always',
  })
  const restart = () => {
    void queries.invalidateQueries({ queryKey: ['getFile'] })
    onDone()
  }
  return (
    <div className="conflict">
      <Alert type="warning" showIcon title={t('work.stale')} description={t('work.stale.how')} />
      <Answer of={file} lines={3}>
        {(data) => {
          const now = data.spells.find(
            (one) => one.id === seen.id && one.record === seen.record && one.knownTo === null,
          )
          return (
            <div className="conflict-sides">
              <section>
                <h3>{t('work.stale.yours')}</h3>
                <ul>
                  <SpellItem spell={seen} unlike={now} />
                </ul>
              </section>
              <section>
                <h3>{t('work.stale.now')}</h3>
                <ul>{now ? <SpellItem spell={now} unlike={seen} /> : <li>{t('work.stale.gone')}</li>}</ul>
              </section>
            </div>
          )
        }}
      </Answer>
      <Button type="primary" onClick={restart}>
        {t('work.stale.use')}
      </Button>
    </div>
  )
}
