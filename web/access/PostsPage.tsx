import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../api.ts'
import { Answer } from '../ui/Answer.tsx'
import { PageShell } from '../ui/page/PageShell.tsx'
import { useSearch } from '../ui/router.ts'
import { DataTable } from '../ui/table/DataTable.tsx'
import { Pager } from '../ui/table/Pager.tsx'
import { useWords } from '../words.ts'

type Officer = Reply<Api['listOfficers']>['officers'][number]
type Held = { post: Officer['posts'][number]; holders: string[] }

/** Posts and who holds them: the security administrator's view of who may act where. */
export function PostsPage() {
  const { t } = useWords()
  const { after } = useSearch()
  const officers = useQuery(ask.listOfficers({ query: { limit: 200, ...(after ? { after } : {}) } }))
  return (
    <PageShell title={t('ui.nav.posts')} lede={t('access.posts.lede')}>
      <section className="panel">
        <Answer of={officers} lines={12}>
          {(data) => (
            <>
              <PostsTable posts={heldOf(data.officers)} />
              <Pager after={after} next={data.next} />
            </>
          )}
        </Answer>
      </section>
    </PageShell>
  )
}

function heldOf(officers: Officer[]): Held[] {
  const held = new Map<number, Held>()
  for (const officer of officers)
    for (const post of officer.posts) {
      const entry = held.get(post.id) ?? { post, holders: [] }
      entry.holders.push(`${officer.name} (${officer.signIn})`)
      held.set(post.id, entry)
    }
  return [...held.values()].sort((a, b) => (a.post.area ?? 0) - (b.post.area ?? 0) || a.post.id - b.post.id)
}

function PostsTable({ posts }: { posts: Held[] }) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('ui.nav.posts')}
      rows={posts}
      keyOf={({ post }) => post.id}
      columns={[
        { key: 'title', title: t('ui.post'), head: true, cell: ({ post }) => post.title },
        { key: 'role', title: t('access.posts.role'), cell: ({ post }) => t(`access.role.${post.role}`) },
        {
          key: 'area',
          title: t('access.posts.scope'),
          cell: ({ post }) => post.areaName ?? t('access.posts.scope.none'),
        },
        { key: 'holders', title: t('access.posts.holders'), cell: ({ holders }) => holders.join(' · ') },
      ]}
    />
  )
}
