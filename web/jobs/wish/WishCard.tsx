import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { wishCannot, wishCompany, wishReach } from '#domain/jobs/wish/work-wish-codes.ts'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { WishForm } from './WishForm.tsx'
import '../jobs.css'

export type WorkWish = Reply<Api['getWorkWish']>

/** 就业意愿: what work the person would take, when that was asked, and the way to ask. */
export function WishCard({ person }: { person: number }) {
  const { t } = useWords()
  const can = useCan()
  const { clocks, present } = useView()
  const [asking, setAsking] = useState(false)
  const answer = useQuery(ask.getWorkWish({ params: { id: person }, query: clocks }))
  const mayAsk = present && can('people.record') && answer.data !== undefined
  return (
    <section className="panel" aria-labelledby="work-wish">
      <h2 id="work-wish">{t('jobs.wish')}</h2>
      <Answer of={answer} lines={2}>
        {({ wish }) => (wish ? <Said wish={wish} /> : <p>{t('jobs.wish.none')}</p>)}
      </Answer>
      {mayAsk && (
        <p className="no-print wish-ask">
          <Button onClick={() => setAsking(true)}>{t(answer.data?.wish ? 'jobs.wish.again' : 'jobs.wish.ask')}</Button>
        </p>
      )}
      <Modal title={t('jobs.wish.ask')} open={asking} footer={null} destroyOnHidden onCancel={() => setAsking(false)}>
        {answer.data && <WishForm person={person} {...answer.data} onDone={() => setAsking(false)} />}
      </Modal>
    </section>
  )
}

function Said({ wish }: { wish: NonNullable<WorkWish['wish']> }) {
  const { t, say, language } = useWords()
  const { facts } = wish
  const between = language === 'zh' ? '、' : ', '
  const wage = facts.wageFloorFen
  const lines: [string, string | undefined][] = [
    [t('jobs.wish.occupations'), wish.occupations.map(({ name }) => name).join(between)],
    [t('jobs.wish.reach'), [say(wishReach[facts.reach]), ...wish.provinces].join(between)],
    [
      t('jobs.wish.wage'),
      wage === undefined ? undefined : t('jobs.wage.month', { wage: numberText(wage / 100, language) }),
    ],
    [t('jobs.wish.cannot'), facts.cannot?.map((code) => say(wishCannot[code])).join(between)],
    [t('jobs.wish.busy'), facts.busyMonths?.map((month) => t('jobs.wish.month', { month })).join(between)],
    [t('jobs.wish.company'), facts.company && say(wishCompany[facts.company])],
    [t('jobs.wish.starts'), facts.startsOn],
  ]
  return (
    <>
      <dl className="vacancy-facts">
        {lines
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="soft">{t('jobs.wish.asked', { on: wish.askedOn, until: wish.until })}</p>
    </>
  )
}
