import type { Parameter } from '../../kernel/kind.ts'

const basis = '本市信息安全要求，可在设置中修改'

/** How long a sign-in lasts, when tries are locked, and who must have a second factor. */
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
  'session.addressTries': {
    label: '同一网络输错几次暂停登录',
    type: 'number',
    default: 60,
    basis,
  },
  'session.lock': {
    label: '首次锁定时长',
    type: 'limit',
    default: { qty: 15, unit: 'minute' },
    basis,
  },
  'session.secondFactor': {
    label: '必须设置第二因素的岗位',
    type: 'choice',
    options: [
      { value: 'nobody', label: '不作要求，由本人决定' },
      { value: 'administrators', label: '系统、安全管理员和安全审计员' },
      { value: 'leading', label: '上述人员和分管领导、负责人、派单员' },
      { value: 'everybody', label: '所有岗位' },
    ],
    default: 'nobody',
    basis,
  },
}
