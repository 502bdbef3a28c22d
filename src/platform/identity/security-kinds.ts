/** What the security log tells of, as an auditor reads it. */
export const securityKinds = {
  signedIn: '登录',
  signInFailed: '登录失败',
  locked: '账号锁定',
  signedOut: '退出登录',
  sessionsEnded: '结束登录',
  factorAdded: '添加第二因素',
  factorRemoved: '移除第二因素',
  factorFailed: '第二因素不对',
  factorReset: '重置第二因素',
  recoveryUsed: '使用恢复码',
  recoveryMade: '生成恢复码',
  passwordChanged: '修改密码',
  passwordReset: '重置密码',
  accountMade: '建立账号',
  accountChanged: '修改账号',
  accountEnded: '停用账号',
  accountUnlocked: '解除锁定',
  postGranted: '授予岗位',
  postEnded: '结束岗位',
  grantAsked: '申请授予岗位',
  grantRefused: '不同意授予岗位',
  endAsked: '申请结束岗位',
  deputised: '指定代理',
  deputyEnded: '结束代理',
  identityBound: '绑定统一身份',
  identityUnbound: '解除统一身份',
  identityRefused: '统一身份登录被拒',
  settingChanged: '修改设置',
  exported: '导出',
  exportedMuch: '大量导出',
  revealed: '查看联系方式',
  corrected: '更正个人信息',
  withdrawn: '撤回个人信息',
  erased: '到期删除个人信息',
  refusedAccess: '越权被拒',
  tokenMade: '发放接口令牌',
  tokenRevoked: '停用接口令牌',
  ballotOpened: '测评制票',
  ballotClosed: '测评计票',
  restored: '恢复备份',
} as const

export type SecurityWhat = keyof typeof securityKinds

export function isSecurityWhat(text: string): text is SecurityWhat {
  return Object.hasOwn(securityKinds, text)
}
