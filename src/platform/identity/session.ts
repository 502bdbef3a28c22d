import type { Instant } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import type { Account } from './accounts.ts'
import type { SignInLimits } from './limits.ts'
import type { HeldPost } from './posts.ts'

/** Who is signed in, and the one post in which they act. */
export type Session = {
  readonly id: string
  readonly account: Account
  readonly personName: string
  readonly post: HeldPost
  /** When its holder last proved who they are. */
  readonly proved?: Instant | undefined
  /** Until when the browser keeps it, where closing it is to leave it open. */
  readonly staysUntil?: Instant | undefined
  /** What must be done before anything else: a password that others know is changed, a second
   *  factor that the city asks for is set up. */
  readonly mustFirst?: 'changePassword' | 'addFactor' | undefined
  /** Another platform with a token, not a person who signed in. */
  readonly machine?: true
}

/** Where it was opened, in words, and whether closing the browser leaves it open. */
export type Opened = { readonly device?: string; readonly stay?: boolean }

/** `quiet` is a page that asks by itself: it keeps nobody signed in. */
export type Finding = { readonly quiet?: boolean }

export type Sessions = {
  /** A new session and its token. Any token the browser had before is to be closed. */
  open(account: Account, now: Instant, about?: Opened): Promise<string>
  find(token: string, now: Instant, how?: Finding): Promise<Session | undefined>
  switchTo(session: Session, post: string, now: Instant): Promise<boolean>
  /** A new token for the same session: whoever held the old one holds nothing. Its holder has just
   *  proved who they are. */
  renew(session: Session, now: Instant): Promise<string>
  close(token: string): Promise<void>
  /** Ends every session of an account, in this process at once. */
  closeAll(account: string, except?: string): Promise<void>
  /** Ends one session of an account; false where it has no such session. */
  closeOne(account: string, id: string): Promise<boolean>
  /** Something about the account changed that its sessions are judged by. */
  forget(account: string): void
}

export type SessionOptions = {
  readonly db: Database
  readonly city: () => number
  readonly world: () => World
  readonly limits: (now: Instant) => SignInLimits
  readonly newId: () => string
}
