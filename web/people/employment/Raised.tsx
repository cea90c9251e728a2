import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { useWords } from '../../words.ts'

export type RaisedFinding = Reply<Api['checkEmployment']>['raised'][number]
type Asked = Input<Api['checkEmployment']>['body']

/** What saving would raise, asked while the form is filled in; nothing is saved by asking. */
export function useRaised(person: number, body: Asked | undefined): { raised: RaisedFinding[]; blocked: boolean } {
  const check = useQuery({
    ...ask.checkEmployment({ params: { id: person }, body: body ?? { employment: 1, endedOn: '2000-01-01' } }),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    // What cannot be yet (a day half typed) is said when it is sent.
    retry: false,
  })
  const raised = body === undefined || check.isError ? [] : (check.data?.raised ?? [])
  return { raised, blocked: raised.some(({ severity }) => severity === 'block') }
}

type Props = {
  raised: RaisedFinding[]
  confirmed: boolean
  onConfirm: (confirmed: boolean) => void
}

/** The findings with their numbers and how to mend them; what does not block waits for a word of the officer. */
export function Raised({ raised, confirmed, onConfirm }: Props) {
  const { t, say } = useWords()
  if (raised.length === 0) return null
  const blocked = raised.some(({ severity }) => severity === 'block')
  return (
    <section className="raised" role="status">
      <b>{t(blocked ? 'work.raised.blocked' : 'work.raised')}</b>
      <ul>
        {raised.map((finding) => (
          <li key={finding.key}>
            <span className={`tag severity-${finding.severity}`}>{t(`file.severity.${finding.severity}`)}</span>{' '}
            {say(finding.name)} {finding.clause && <span className="soft">{finding.clause}</span>}
            <br />
            <span className="mend">{say(finding.mend)}</span>
          </li>
        ))}
      </ul>
      {!blocked && (
        <label>
          <input type="checkbox" required checked={confirmed} onChange={(event) => onConfirm(event.target.checked)} />{' '}
          {t('work.raised.confirm')}
        </label>
      )}
    </section>
  )
}
