import { App } from 'antd'
import { ApiError } from '../api.ts'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { Menu } from '../ui/page/Menu.tsx'
import { useWords } from '../words.ts'
import { type Me, useSession } from './sign-in/session.ts'

/** Who acts and under which post; the other posts one click away, then the way out. */
export function PostMenu({ me }: { me: Me }) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const session = useSession()
  const run = (work: () => Promise<void>, close: () => void) => {
    close()
    work().catch((error) => message.error(error instanceof ApiError ? say(error.words) : t('ui.problem')))
  }
  return (
    <Menu
      label={
        <>
          <span className="menu-name">{me.officer.name}</span>
          <span className="menu-post">{me.post.title}</span>
        </>
      }
    >
      {(close) => (
        <>
          {me.posts.length > 1 && <p className="menu-title">{t('ui.post.change')}</p>}
          {me.posts
            .filter((post) => post.id !== me.post.id)
            .map((post) => (
              <button type="button" key={post.id} onClick={() => run(() => session.choosePost(post.id), close)}>
                {post.title}
                {post.areaName && <small>{post.areaName}</small>}
              </button>
            ))}
          <Go bare to={paths.password()} onClick={close}>
            {t('access.password')}
          </Go>
          <Go bare to={paths.secondFactor()} onClick={close}>
            {t('access.secondFactor')}
          </Go>
          <button type="button" onClick={() => run(session.signOut, close)}>
            {t('ui.signOut')}
          </button>
        </>
      )}
    </Menu>
  )
}
