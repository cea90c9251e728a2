import type { Static } from 'typebox'
import type { Me, PostView } from '#domain/access/access.api.ts'
import { permissionsOf } from '#domain/access/permission.ts'
import type { HeldPost, SignedIn } from './session.ts'

/** What the console opens with: the installation's own facts. */
export type Defaults = Static<typeof Me>['defaults']

export const postView = ({ id, role, title, area, areaName }: HeldPost): Static<typeof PostView> => ({
  id,
  role,
  title,
  area,
  areaName,
})

export const meOf = ({ officer, post, posts }: SignedIn, defaults: Defaults): Static<typeof Me> => ({
  officer: { id: officer.id, name: officer.name, signIn: officer.signIn },
  post: postView(post),
  posts: posts.map(postView),
  can: permissionsOf(post.role),
  passwordDue: officer.passwordDue,
  defaults,
})
