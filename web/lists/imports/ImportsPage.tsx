import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../access/sign-in/session.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { PageTrail } from '../../people/list/PageTrail.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { useSearch } from '../../ui/router.ts'
import { type Column, DataTable } from '../../ui/table/DataTable.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { countOf, type Import, type ImportState, isAtWork, isIdle, OUTCOMES } from '../import.ts'
import { ImportStateMark } from './ImportStateMark.tsx'
import '../lists.css'

const AGAIN_MS = 2_000

/** Imports of the post's area, the newest first; what waits for the reader stands on top. */
export function ImportsPage() {
  const { t } = useWords()
  const can = useCan()
  const { after } = useSearch()
  const { data: me } = useQuery(ask.getMe({}))
  const imports = useQuery({
    ...ask.listImports({ query: { limit: 30, ...(after && { after }) } }),
    refetchInterval: ({ state }) => (state.data?.imports.some((one) => isAtWork(one.state)) ? AGAIN_MS : false),
  })
  const waiting = (imports.data?.imports ?? []).filter((one) => waitsFor(me, one))
  return (
    <PageShell
      title={t('import.title')}
      lede={t('import.lede')}
      actions={
        can('lists.import') && (
          <Go className="import-go" to={paths.newImport()}>
            {t('import.new')}
          </Go>
        )
      }
    >
      {waiting.length > 0 && !after && (
        <section className="panel" aria-labelledby="waiting">
          <h2 id="waiting">{t('import.waiting')}</h2>
          <ul className="import-waiting">
            {waiting.slice(0, 5).map((one) => (
              <li key={one.id}>
                <Go to={paths.import(one.id)}>{one.fileName}</Go> <ImportStateMark of={one} />
              </li>
            ))}
          </ul>
          {waiting.length > 5 && <p className="soft">{t('import.waiting.more', { n: waiting.length - 5 })}</p>}
        </section>
      )}
      <section className="panel">
        <Answer of={imports} lines={8}>
          {(data) => (
            <>
              <Imports imports={data.imports} />
              <PageTrail after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

/** Begun under the acting post by its own officer, and stopped where an officer must say something. */
const WAITING: readonly ImportState[] = ['received', 'staged', 'matched', 'stopped', 'failed']
const waitsFor = (me: Me | undefined, one: Import): boolean =>
  me !== undefined &&
  one.by === me.officer.name &&
  one.post === me.post.title &&
  !isIdle(one) &&
  WAITING.includes(one.state)

function Imports({ imports }: { imports: Import[] }) {
  const { t, say, language } = useWords()
  const columns: Column<Import>[] = [
    {
      key: 'file',
      title: t('import.file'),
      head: true,
      cell: (one) => <Go to={paths.import(one.id)}>{one.fileName}</Go>,
    },
    { key: 'state', title: t('import.state'), beside: true, cell: (one) => <ImportStateMark of={one} /> },
    { key: 'list', title: t('import.list'), cell: (one) => say(one.listName) },
    {
      key: 'on',
      title: t('import.on'),
      wide: true,
      cell: (one) => one.list && <span className="nowrap">{one.on}</span>,
    },
    { key: 'counts', title: t('import.counts'), cell: (one) => <Counts of={one} /> },
    {
      key: 'by',
      title: t('import.by'),
      cell: (one) => (
        <span>
          {one.by} <span className="soft nowrap">{instantText(one.at, language)}</span>
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('import.title')}
      columns={columns}
      rows={imports}
      keyOf={(one) => one.id}
      empty={t('import.none')}
    />
  )
}

function Counts({ of }: { of: Import }) {
  const { t, language } = useWords()
  const shown = OUTCOMES.filter((outcome) => countOf(of, outcome) > 0)
  if (shown.length === 0) return of.rows > 0 ? t('import.rows', { n: numberText(of.rows, language) }) : null
  return (
    <span className="import-counts">
      {shown.map((outcome) => (
        <Go key={outcome} className="nowrap" to={paths.import(of.id, { part: outcome })}>
          {t(`import.outcome.${outcome}`)} {numberText(countOf(of, outcome), language)}
        </Go>
      ))}
    </span>
  )
}
