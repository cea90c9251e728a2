import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask, client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { paths } from '../../paths.ts'
import { DayField } from '../../people/employment/RecordEmployment.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { CheckList } from '../CheckList.tsx'
import { useWageText } from '../wage-text.ts'
import '../jobs.css'

type Submission = Reply<Api['listSubmissions']>['submissions'][number]
type Employer = Reply<Api['listEmployers']>['employers'][number]

/** What employers submitted and nobody has looked at yet; then their accounts. */
export function EmployersPage() {
  const { t } = useWords()
  const waiting = useQuery(ask.listSubmissions({}))
  const employers = useQuery(ask.listEmployers({}))
  return (
    <PageShell
      title={t('jobs.employers')}
      lede={t('jobs.employers.lede')}
      crumbs={[{ label: t('jobs.vacancies'), to: paths.vacancies() }, { label: t('jobs.employers') }]}
    >
      <section className="panel" aria-labelledby="waiting">
        <h2 id="waiting">{t('jobs.employers.waiting')}</h2>
        <Answer of={waiting} lines={4}>
          {({ submissions }) =>
            submissions.length === 0 ? (
              <p>{t('jobs.employers.waiting.none')}</p>
            ) : (
              <ul className="offer-list">
                {submissions.map((each) => (
                  <Waiting key={each.id} submission={each} />
                ))}
              </ul>
            )
          }
        </Answer>
      </section>
      <section className="panel" aria-labelledby="accounts">
        <h2 id="accounts">{t('jobs.employers.accounts')}</h2>
        <OpenAccount />
        <Answer of={employers} lines={3}>
          {(data) => <AccountTable employers={data.employers} />}
        </Answer>
      </section>
    </PageShell>
  )
}

function Waiting({ submission }: { submission: Submission }) {
  const { t, language } = useWords()
  const { on } = useView()
  const wage = useWageText()
  const { id, employer, creditCode, facts, placeName, occupationName, checks, submittedAt } = submission
  const [seen, setSeen] = useState(on ?? '')
  const [reason, setReason] = useState('')
  const command = useCommand(t('jobs.employers.decided'), () => {}, ['listSubmissions', 'listVacancies'])
  const decide = (decision: 'accepted' | 'returned') =>
    command.save((clientId) =>
      client.decideSubmission({
        params: { id },
        body: { clientId, decision, ...(decision === 'accepted' ? { licenceSeenOn: seen } : { reason }) },
      }),
    )
  const stated = { ...facts, wageLowFen: facts.wageLowFen ?? null, wageHighFen: facts.wageHighFen ?? null }
  return (
    <li>
      <p className="vacancy-head">
        <b>{facts.title}</b>
        <span>{occupationName}</span>
        <span>{employer}</span>
        <span>{creditCode}</span>
        <span>{placeName}</span>
        <span>{wage(stated as never) ?? t('jobs.vacancy.notStated')}</span>
        <span>{t('jobs.employer.openings', { n: numberText(facts.openings, language) })}</span>
        <span className="soft">{instantText(submittedAt, language)}</span>
      </p>
      {facts.detail && <p>{facts.detail}</p>}
      <CheckList checks={checks.filter(({ key }) => key !== 'licence-unseen')} />
      <div className="vacancy-acts">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            decide('accepted')
          }}
        >
          <DayField label={t('jobs.vacancy.licence')} value={seen} required onType={setSeen} />
          <Button type="primary" htmlType="submit" loading={command.busy}>
            {t('jobs.employers.accept')}
          </Button>
        </form>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            decide('returned')
          }}
        >
          <label className="labelled">
            <span>{t('jobs.employers.reason')}</span>
            <input
              className="field"
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <Button htmlType="submit" loading={command.busy}>
            {t('jobs.employers.return')}
          </Button>
        </form>
      </div>
      {command.error !== undefined && <Problem error={command.error} />}
    </li>
  )
}

function OpenAccount() {
  const { t } = useWords()
  const empty = { signIn: '', name: '', creditCode: '' }
  const [given, setGiven] = useState(empty)
  const [opened, setOpened] = useState<{ signIn: string; password: string }>()
  const command = useCommand(t('jobs.employers.opened'), () => setGiven(empty), ['listEmployers'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.save(() => client.openEmployer({ body: given }).then(setOpened))
  }
  const field = (key: keyof typeof empty, label: string, most: number) => (
    <label className="labelled">
      <span>{label}</span>
      <input
        className="field"
        required
        maxLength={most}
        autoComplete="off"
        value={given[key]}
        onChange={(event) => setGiven({ ...given, [key]: event.target.value })}
      />
    </label>
  )
  return (
    <div className="vacancy-acts employer-account">
      <form onSubmit={submit} aria-label={t('jobs.employers.open')}>
        {field('name', t('jobs.vacancy.employer'), 120)}
        {field('creditCode', t('jobs.vacancy.creditCode'), 30)}
        {field('signIn', t('jobs.employers.signIn'), 60)}
        <Button htmlType="submit" loading={command.busy}>
          {t('jobs.employers.open')}
        </Button>
      </form>
      {opened && <p role="status">{t('jobs.employers.password', opened)}</p>}
      {command.error !== undefined && <Problem error={command.error} />}
    </div>
  )
}

function AccountTable({ employers }: { employers: Employer[] }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('jobs.employers.accounts')}
      rows={employers}
      keyOf={({ id }) => id}
      empty={t('jobs.employers.accounts.none')}
      columns={[
        { key: 'name', title: t('jobs.vacancy.employer'), head: true, cell: ({ name }) => name },
        { key: 'code', title: t('jobs.vacancy.creditCode'), cell: ({ creditCode }) => creditCode },
        { key: 'signIn', title: t('jobs.employers.signIn'), cell: ({ signIn }) => signIn },
        { key: 'close', title: t('jobs.employers.state'), cell: (employer) => <CloseAccount employer={employer} /> },
      ]}
    />
  )
}

function CloseAccount({ employer: { id, closed } }: { employer: Employer }) {
  const { t } = useWords()
  const command = useCommand(t('jobs.employers.closed'), () => {}, ['listEmployers'])
  if (closed) return t('jobs.employers.closed')
  return (
    <>
      <Button
        size="small"
        loading={command.busy}
        onClick={() => command.save(() => client.closeEmployer({ params: { id } }))}
      >
        {t('jobs.employers.close')}
      </Button>
      {command.error !== undefined && <Problem error={command.error} />}
    </>
  )
}
