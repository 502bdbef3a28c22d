import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from './common-passwords.ts'

/** Argon2id with the parameters that OWASP names for it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'))
}

/** What is wrong with a new password, as a sentence; nothing when it will do. Length counts, and
 *  that nobody guesses it; what signs it must hold does not. */
export function problemWithPassword(password: string, login: string): string | undefined {
  const length = [...password].length
  if (length < 10) return '新密码至少 10 个字符'
  if (length > 100) return '新密码最多 100 个字符'
  const own = login.normalize('NFKC').toLowerCase()
  if (own !== '' && password.normalize('NFKC').toLowerCase().includes(own))
    return '新密码不能包含账号'
  if (new Set(password).size < 4) return '新密码太简单，请多用几种字符'
  return isCommonPassword(password)
    ? '新密码太常见，容易被猜中；可以用几个不相干的词连起来'
    : undefined
}
