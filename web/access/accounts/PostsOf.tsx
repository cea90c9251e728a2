import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { client } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useWords } from '../../words.ts'
import { GivePost } from './GivePost.tsx'

type Officer = Reply<Api['listOfficers']>['officers'][number]

/** The posts of an officer: end one, give another. */
export function PostsOf({ officer }: { officer: Officer }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('access.posts.manage')}
      </Button>
      <Modal
        title={t('access.posts.of', { name: officer.name })}
        open={open}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <div className="stacked">
          <Held officer={officer} />
          <GivePost officer={officer.id} />
        </div>
      </Modal>
    </>
  )
}

function Held({ officer }: { officer: Officer }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const ending = useMutation({
    mutationFn: (post: number) => client.endPost({ params: { id: officer.id, post } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['listOfficers'] }),
  })
  if (officer.posts.length === 0) return <p className="soft">{t('access.posts.heldNone')}</p>
  return (
    <section>
      <h3>{t('access.posts.held')}</h3>
      <ul className="held-posts">
        {officer.posts.map((post) => (
          <li key={post.id}>
            <span>
              {post.title} <small className="soft">{t(`access.role.${post.role}`)}</small>
            </span>
            <Popconfirm
              title={t('access.posts.end.sure', { title: post.title })}
              onConfirm={() => ending.mutate(post.id)}
            >
              <Button size="small" danger loading={ending.isPending}>
                {t('access.posts.end')}
              </Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {ending.isError && <Problem error={ending.error} />}
    </section>
  )
}
