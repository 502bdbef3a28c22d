/** What is peculiar to a table of the settings; all else the table says itself. */
export type Section = {
  readonly what: string
  readonly label: string
  readonly about: string
  /** What one line is called: 新增单位. Without it lines cannot be added. */
  readonly one?: string
  /** Shows the lower levels under the upper ones. */
  readonly tree?: boolean
  /** Never typed: numbers that the system gives. */
  readonly hidden?: readonly string[]
  /** Stands fast once written: by it the line is known. */
  readonly locked?: readonly string[]
  /** Holds from a day on, and may end on one. */
  readonly dated?: 'from' | 'from-to'
  /** Each line has one value, of its own sort. */
  readonly oneValue?: true
  /** Gone at once, by this name: 停用账号. */
  readonly remove?: string
  /** Who changes it, where not the city's administrator. */
  readonly keeper?: string
  /** What is said once when a line is made: 令牌. Without it, a password. */
  readonly secret?: string
}

/** The rules of signing in; on the security administrator's own page too. */
export const policySection: Section = {
  what: 'policy',
  label: '登录安全',
  about: '登录多久有效、输错几次锁定、谁要有第二因素。有安全管理员时由其修改。',
  locked: ['name', 'label', 'kind', 'basis'],
  hidden: ['name', 'label', 'kind', 'basis'],
  oneValue: true,
  dated: 'from',
  keeper: '安全管理员',
}

/** The identity provider; on the security administrator's own page too. */
export const oidcSection: Section = {
  what: 'oidc',
  label: '统一身份认证',
  about:
    '让有账号的人从本市的统一身份认证登录。账号绑定到认证方给每个人的编号，从不按姓名或手机号对应。有安全管理员时，认证方由其设置。',
}

/** Neighbouring cities; on the security administrator's own page too. */
export const neighboursSection: Section = {
  what: 'neighbours',
  label: '相邻城市',
  about:
    '对方城市也用本平台时在这里登记：填对方给的令牌，把这里显示的令牌交给对方。跨市事项由系统送达，送达前留在本市等待。有安全管理员时由其修改。',
  one: '相邻城市',
  hidden: ['waiting', 'taken'],
  locked: ['code'],
  remove: '停用',
  keeper: '安全管理员',
  secret: '给对方的令牌',
}

export const sections: readonly Section[] = [
  {
    what: 'units',
    label: '单位',
    about: '单位不删除，只终止；它办过的事仍归它名下。',
    one: '单位',
    tree: true,
    hidden: ['number'],
    dated: 'from-to',
  },
  {
    what: 'people',
    label: '人员',
    about: '只登记姓名；一个人在哪里做什么，写在岗位里。',
    one: '人员',
    hidden: ['id'],
  },
  {
    what: 'posts',
    label: '岗位',
    about: '岗位是一个人在一个单位的一种角色，能看什么、办什么只由岗位决定。',
    one: '岗位',
    hidden: ['id'],
    dated: 'from-to',
  },
  {
    what: 'accounts',
    label: '账号',
    about: '新账号和重置后的密码只显示一次。',
    one: '账号',
    hidden: ['id'],
    remove: '停用账号',
  },
  {
    what: 'machines',
    label: '接口账号',
    about:
      '给外部平台用：凭令牌送件，不用登录；只能办它的岗位能办的事，只看得到自己送来的。令牌只显示一次。',
    one: '接口账号',
    hidden: ['id', 'made', 'used', 'revoked'],
    locked: ['unit', 'role'],
    remove: '停用接口账号',
    secret: '令牌',
  },
  {
    what: 'limits',
    label: '时限和参数',
    about: '新的值从选定的日期起用于新的计时；已经在走的时限不变。',
    locked: ['name', 'label', 'kind', 'basis'],
    hidden: ['name', 'label', 'kind', 'basis'],
    oneValue: true,
    dated: 'from',
  },
  policySection,
  oidcSection,
  neighboursSection,
  {
    what: 'privacy',
    label: '个人信息保护',
    about: '到期的由系统每天删除一次；单类事项没有另设的，按“全部”的天数。安全日志不删除。',
    locked: ['name', 'label', 'kind', 'basis'],
    hidden: ['name', 'label', 'kind', 'basis'],
    oneValue: true,
    dated: 'from',
  },
  {
    what: 'practices',
    label: '工作机制',
    about: '停用后不再受理新的，已经受理的办完为止。',
    locked: ['name', 'label'],
    hidden: ['name', 'label'],
    dated: 'from',
  },
  {
    what: 'templates',
    label: '答复模板',
    about: '承办单位答复时从这里选，再按实际情况改写。',
    one: '模板',
    hidden: ['id'],
    remove: '删除模板',
  },
  { what: 'calendar', label: '工作日历', about: '时限按这里的工作日计算。' },
  {
    what: 'areas',
    label: '地区',
    about: '地区代码不变，名称可以改；撤销的地区写明终止日期。',
    one: '地区',
    tree: true,
    locked: ['code'],
    dated: 'from-to',
  },
  {
    what: 'populations',
    label: '常住人口',
    about: '按人口折算的评分用它作基数；写明统计年份和来源，从选定的日期起用。',
    locked: ['area'],
    dated: 'from',
  },
  { what: 'lists', label: '选项清单', about: '类别、不予受理情形等选项，改动立即用于新的事项。' },
]

export function sectionOf(what: string | undefined): Section | undefined {
  return sections.find((section) => section.what === what)
}

/** The items of one list are a table like the others. */
export const listItems: Section = {
  what: 'lists',
  label: '选项',
  about: '用过的选项在旧事项上仍显示原来的名称。',
  one: '选项',
  locked: ['value'],
  remove: '移除选项',
}
