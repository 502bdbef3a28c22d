import { describe, expect, test } from 'vitest'
import { hashPassword, problemWithPassword, verifyPassword } from './passwords.ts'

describe('a new password', () => {
  test.each([
    'short',
    '1234567890',
    '0987654321',
    'abcdefghijkl',
    'qwertyuiop12',
    'Password123!',
    'P@ssw0rd2026',
    'admin123456',
    'Admin@123456',
    '1qaz2wsx3edc',
    'woaini5201314',
    'tongxin2026!',
    'Kunming@2026',
    'aaaaaaaaaaaa',
    '!!!!????####',
    '19900101199001',
    'a'.repeat(101),
  ])('%s is not taken', (password) => {
    expect(problemWithPassword(password, 'zhoumy')).toBeDefined()
  })

  test('may not hold the login, however it is written', () => {
    expect(problemWithPassword('one ZhouMY two', 'zhoumy')).toBe('新密码不能包含账号')
  })

  test.each([
    '春城无处不飞花 2026',
    'correct horse battery',
    'kx7-vh2m-pq94-tz',
    '雨后 登山 蓝伞 米线 稻田',
  ])('%s will do', (password) => {
    expect(problemWithPassword(password, 'zhoumy')).toBeUndefined()
  })

  test('is the same however its signs are composed', async () => {
    const stored = await hashPassword('caf\u00e9 au lait 7')
    expect(await verifyPassword(stored, 'cafe\u0301 au lait 7')).toBe(true)
    expect(await verifyPassword(stored, 'cafe au lait 7')).toBe(false)
  })
})
