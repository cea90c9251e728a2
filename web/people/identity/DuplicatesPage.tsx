import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { useMe } from '../../access/sign-in/session.ts'
import { ask, client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { AreaDrill } from '../list/AreaDrill.tsx'
import { LikenessMark } from './LikenessMark.tsx'
import { PersonBrief } from './PersonBrief.tsx'
import { Reason } from './Reason.tsx'
import { useSending } from './sending.ts'
import '../people.css'
import '../employment/employment.css'
import './identity.css'

type Pair = Reply<Api['listDuplicates']>['pairs'][number]

/** 疑似重复: pairs to be decided, one after another. */
export function DuplicatesPage() {
  const { t } = useWords()
  const { area, search } = useView()
  const { after } = search
  const pairs = useQuery(ask.listDuplicates({ query: { area, ...(after && { after }) } }))
  const record = useMe().data?.can.includes('people.record') ?? false
  return (
    <PageShell title={t('identity.duplicates')} lede={t('identity.duplicates.lede')}>
      <AreaDrill />
      <Answer of={pairs}>
        {(data) => (
          <section className="panel" aria-label={t('identity.duplicates.caption')}>
            {data.pairs.length === 0 && <p>{t('identity.duplicates.none')}</p>}
            <ul className="pairs">
              {data.pairs.map((pair) => (
                <PairItem key={`${pair.one.id} ${pair.other.id}`} pair={pair} record={record} />
              ))}
            </ul>
            <Pager after={after} next={data.next} />
          </section>
        )}
      </Answer>
    </PageShell>
  )
}

function PairItem({ pair, record }: { pair: Pair; record: boolean }) {
  const { t } = useWords()
  const [apart, setApart] = useState(false)
  return (
    <li className="candidate">
      <PersonBrief person={pair.one} />
      <PersonBrief person={pair.other} />
      <LikenessMark likeness={pair.likeness} />
      {record && (
        <p className="pair-acts no-print">
          <Go to={paths.merge(pair.one.id, pair.other.id)}>{t('identity.compare')}</Go>
          <button type="button" className="link-button" aria-expanded={apart} onClick={() => setApart(!apart)}>
            {t('identity.apart')}
          </button>
        </p>
      )}
      {apart && <ApartForm pair={pair} />}
    </li>
  )
}

function ApartForm({ pair }: { pair: Pair }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const sending = useSending()
  const keep = () =>
    client.keepApart({ body: { clientId: sending.clientId, one: pair.one.id, other: pair.other.id, reason } })
  return (
    <form
      className="work-form"
      onSubmit={(event) => {
        event.preventDefault()
        sending.send(keep, t('identity.apart.done'))
      }}
    >
      <Reason value={reason} onType={setReason} />
      {sending.error !== undefined && <Problem error={sending.error} />}
      <Button htmlType="submit" loading={sending.busy}>
        {t('identity.apart')}
      </Button>
    </form>
  )
}
