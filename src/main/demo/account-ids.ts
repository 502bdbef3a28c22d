import { derivedId } from '../../platform/numbers/ids.ts'
import { demoAccounts } from './accounts.ts'

const demoSpace = '6f0b1a3e-53a1-5d0c-9d55-530100000000'

/** Ids in the demo city follow from names. */
export function demoId(name: string): string {
  return derivedId(demoSpace, name)
}

export function accountPostId(login: string, order: number): string {
  return demoId(`post ${login} ${order}`)
}

/** Posts that somebody can sign in to. */
export function accountPosts(): ReadonlySet<string> {
  return new Set(
    demoAccounts.flatMap(({ login, posts }) =>
      posts.map((_, order) => accountPostId(login, order)),
    ),
  )
}
