import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import type { Queue } from '#domain/jobs/referral/referral.api.ts'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { changed } from '../../ui/router.ts'
import { Pager } from '../../ui/table/Pager.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ReferralTable } from './ReferralTable.tsx'
import './referral.css'

const QUEUES: readonly Queue[] = [
  ...(['todo', 'overdue', 'today', 'interviews', 'confirm', 'retention', 'running', 'placed', 'ended'] as const),
]

/** 推荐台账: what is to be done on top, the longest overdue first; every line opens its referral, its file and its vacancy. */
export function BoardPage() {
  const { t } = useWords()
  const { on, search } = useView()
  const queue = QUEUES.find((each) => each === search.part) ?? 'todo'
  const { area, after } = search
  const board = useQuery({
    ...ask.listReferrals({ query: { on, queue, ...(area && { area }), ...(after && { after }) } }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageShell title={t('referral.board')} lede={t('referral.board.lede')} actions={<PrintButton />}>
      <section className="panel">
        <QueueChoice counts={board.data?.counts} chosen={queue} />
        <Answer of={board} lines={10}>
          {(data) => (
            <>
              <ReferralTable
                lines={data.lines}
                caption={t(`referral.queue.${queue}`)}
                empty={t(queue === 'todo' ? 'referral.board.empty.todo' : 'referral.board.empty')}
              />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

type Counts = Reply<Api['listReferrals']>['counts']
/** The queues with how many are in each; choosing one shows its lines. */
function QueueChoice({ counts, chosen }: { counts: Counts | undefined; chosen: Queue }) {
  const { t, language } = useWords()
  return (
    <nav className="referral-queues no-print" aria-label={t('referral.queue')}>
      {QUEUES.map((queue) => (
        <Go
          bare
          key={queue}
          to={changed({ part: queue === 'todo' ? undefined : queue, after: undefined })}
          aria-current={chosen === queue ? 'true' : undefined}
        >
          {t(`referral.queue.${queue}`)} <b>{counts ? numberText(counts[queue], language) : '…'}</b>
        </Go>
      ))}
    </nav>
  )
}
