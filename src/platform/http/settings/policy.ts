import { identityParameters } from '../../identity/parameters.ts'
import { tableOf } from './parameters.ts'
import type { Section } from './section.ts'

/** The rules of signing in: how long it lasts, when an account is locked. Whoever makes accounts
 *  does not set them, as long as there is somebody else to do it. */
export const policy: Section = {
  name: 'policy',
  label: '登录安全',
  ...tableOf(() =>
    Object.entries(identityParameters).map(([name, parameter]) => ({
      name,
      parameter,
      kind: '登录',
    })),
  ),
  sheet: false,
  keeper: 'security',
}
