import { App } from 'antd'
import { useRef } from 'react'
import { ApiError } from '../api.ts'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { useWords } from '../words.ts'
import { type Me, useSession } from './session.ts'

/** Who acts and under which post; the other posts one click away, then the way out. */
export function PostMenu({ me }: { me: Me }) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const session = useSession()
  const menu = useRef<HTMLDetailsElement>(null)
  const run = (work: () => Promise<void>) => {
    if (menu.current) menu.current.open = false
    work().catch((error) => message.error(error instanceof ApiError ? say(error.words) : t('ui.problem')))
  }
  return (
    <details
      className="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current) return
        menu.current.open = false
        menu.current.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (menu.current && !menu.current.contains(event.relatedTarget)) menu.current.open = false
      }}
    >
      <summary>
        <span className="menu-name">{me.officer.name}</span>
        <span className="menu-post">{me.post.title}</span>
      </summary>
      <div className="menu-sheet">
        {me.posts.length > 1 && <p className="menu-title">{t('ui.post.change')}</p>}
        {me.posts
          .filter((post) => post.id !== me.post.id)
          .map((post) => (
            <button type="button" key={post.id} onClick={() => run(() => session.choosePost(post.id))}>
              {post.title}
              {post.areaName && <small>{post.areaName}</small>}
            </button>
          ))}
        <Go bare to={paths.password()}>
          {t('access.password')}
        </Go>
        <Go bare to={paths.secondFactor()}>
          {t('access.secondFactor')}
        </Go>
        <button type="button" onClick={() => run(session.signOut)}>
          {t('ui.signOut')}
        </button>
      </div>
    </details>
  )
}
