import type { Parameter } from '../../kernel/kind.ts'

const basis = '本市信息安全要求，可在设置中修改'

/** How long a sign-in lasts and when an account is locked. */
export const identityParameters: Readonly<Record<string, Parameter>> = {
  'session.idle': {
    label: '无操作自动退出',
    type: 'limit',
    default: { qty: 30, unit: 'minute' },
    basis,
  },
  'session.absolute': {
    label: '登录最长有效',
    type: 'limit',
    default: { qty: 12, unit: 'hour' },
    basis,
  },
  'session.tries': { label: '连续输错几次锁定', type: 'number', default: 5, basis },
  'session.lock': {
    label: '锁定时长',
    type: 'limit',
    default: { qty: 15, unit: 'minute' },
    basis,
  },
}
