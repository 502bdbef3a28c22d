// breach: no-restricted-properties
export const format = new Intl.DateTimeFormat('zh-CN')
