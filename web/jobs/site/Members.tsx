import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useSiteClocks } from './site-data.ts'

type Membership = Reply<Api['getSiteMembers']>
type Member = Membership['members'][number]

/** Members of a brand by name: what they earn, what they hold, where they work. For kinds whose roster holds members. */
export function Members({ site }: { site: number }) {
  const { t } = useWords()
  const asked = useQuery(ask.getSiteMembers({ params: { id: site }, query: useSiteClocks() }))
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members">{t('sites.members', { n: asked.data?.members.length ?? '…' })}</h2>
      <Answer of={asked} lines={4}>
        {(data) => (
          <>
            {data.members.length > 0 && <Spread data={data} />}
            <MemberTable members={data.members} />
          </>
        )}
      </Answer>
    </section>
  )
}

/** Of the city or of another province, by the first two digits of the place. */
const outside = ({ place }: Member): boolean => place !== null && Math.floor(place / 10_000_000_000) !== 50
const holds = ({ certified, certificates }: Member): boolean => certified === true || certificates.length > 0

function Spread({ data: { members, wages } }: { data: Membership }) {
  const { t, language } = useWords()
  const yuan = (fen: number) => numberText(fen / 100, language)
  return (
    <>
      <p>
        {wages
          ? t('sites.members.wages', {
              known: wages.known,
              median: yuan(wages.medianFen),
              lowest: yuan(wages.lowestFen),
              highest: yuan(wages.highestFen),
            })
          : t('sites.members.wages.none')}
      </p>
      <p>
        {t('sites.members.sum', {
          certified: members.filter(holds).length,
          outside: members.filter(outside).length,
        })}
      </p>
    </>
  )
}

function MemberTable({ members }: { members: Member[] }) {
  const { t, language } = useWords()
  const can = useCan()
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('sites.person'),
      head: true,
      cell: (one) => (can('people.read') ? <Go to={paths.file(one.person)}>{one.name}</Go> : one.name),
    },
    {
      key: 'from',
      title: t('sites.since'),
      cell: (one) => (
        <span>
          <span className="nowrap">{one.from}</span>{' '}
          <span className="soft">{t(one.onRoster ? 'sites.members.roster' : 'sites.members.byWork')}</span>
        </span>
      ),
    },
    {
      key: 'wage',
      title: t('sites.members.wage'),
      number: true,
      cell: ({ wageFen }) =>
        wageFen === null ? (
          <span className="soft">{t('sites.wage.unknown')}</span>
        ) : (
          t('sites.yuan', { n: numberText(wageFen / 100, language) })
        ),
    },
    {
      key: 'certificates',
      title: t('sites.members.certificates'),
      cell: (one) => one.certificates.join('、') || (one.certified === true ? t('sites.members.certified') : ''),
    },
    {
      key: 'where',
      title: t('sites.members.where'),
      cell: (one) => [one.placeName, one.employer].filter(Boolean).join(' · '),
    },
  ]
  return (
    <DataTable
      caption={t('sites.members', { n: members.length })}
      rows={members}
      keyOf={(one) => one.person}
      columns={columns}
      empty={t('sites.members.none')}
    />
  )
}
