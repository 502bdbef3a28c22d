import type { Role } from '../../kernel/actor.ts'

export type DemoAccount = {
  readonly login: string
  /** What the person does, for the list printed at start. */
  readonly about: string
  readonly posts: readonly { readonly unit: string; readonly role: Role; readonly title: string }[]
}

/** One password for all demo accounts, printed at start: the demo protects nothing. */
export const demoPassword = 'tongxin-demo'

const post = (unit: string, role: Role, title: string) => ({ unit, role, title })

/** Who may sign in to the demo city, one account for each part in the life of an appeal. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    login: 'zuoxi',
    about: '市12345坐席：登记、派单',
    posts: [post('市12345热线中心', 'agent', '坐席员')],
  },
  {
    login: 'wuhua',
    about: '五华区派单员：受理居民自助提交的诉求',
    posts: [post('五华区诉求处置中心', 'dispatcher', '派单员')],
  },
  {
    login: 'huashan',
    about: '华山街道派单员，兼综合行政执法队经办人(两个岗位)',
    posts: [
      post('华山街道办事处', 'dispatcher', '派单员'),
      post('华山街道综合行政执法队', 'clerk', '经办人'),
    ],
  },
  {
    login: 'huashan-jingban',
    about: '华山街道经办人',
    posts: [post('华山街道办事处', 'clerk', '经办人')],
  },
  {
    login: 'huashan-fuze',
    about: '华山街道负责人',
    posts: [post('华山街道办事处', 'head', '负责人')],
  },
  {
    login: 'shequ',
    about: '社区工作者：只协助',
    posts: [post('{community}', 'worker', '社区工作者')],
  },
  {
    login: 'wangge',
    about: '网格员：手机上报问题，确认处置结果',
    posts: [post('{community}', 'gridWorker', '网格员')],
  },
  {
    login: 'wangge2',
    about: '同一街道另一个社区的网格员',
    posts: [post('{community2}', 'gridWorker', '网格员')],
  },
  {
    login: 'shuji',
    about: '华山街道书记：领办“一把手”工程',
    posts: [post('华山街道办事处', 'secretary', '书记')],
  },
  {
    login: 'chengguan',
    about: '五华区城市管理局经办人',
    posts: [post('五华区城市管理局', 'clerk', '经办人')],
  },
  {
    login: 'chengguan-fuze',
    about: '五华区城市管理局负责人：审核答复',
    posts: [post('五华区城市管理局', 'head', '负责人')],
  },
  {
    login: 'huifang',
    about: '回访员',
    posts: [post('市社情民意回访中心', 'caller', '回访员')],
  },
  {
    login: 'ducha',
    about: '五华区督查员：挂账、提级',
    posts: [post('五华区委区政府督查室', 'supervisor', '督查员')],
  },
  {
    login: 'bianban',
    about: '五华区编办裁定员：退单裁定',
    posts: [post('五华区委编办', 'arbiter', '裁定员')],
  },
  {
    login: 'lingdao',
    about: '五华区领导：早报、批示',
    posts: [post('中共五华区委员会', 'leader', '分管领导')],
  },
  {
    login: 'quzheng',
    about: '五华区政府领导：审核工作准入和检查考核',
    posts: [post('五华区人民政府', 'leader', '分管领导')],
  },
  {
    login: 'shiwei',
    about: '市委领导：审定清单、审核工作准入',
    posts: [post('中共昆明市委员会', 'leader', '分管领导')],
  },
  {
    login: 'shizheng',
    about: '市政府领导：审核工作准入',
    posts: [post('昆明市人民政府', 'leader', '分管领导')],
  },
  {
    login: 'panlong',
    about: '盘龙区派单员：另一个区，看不到五华区的诉求',
    posts: [post('盘龙区诉求处置中心', 'dispatcher', '派单员')],
  },
  {
    login: 'admin',
    about: '市级系统管理员：设置',
    posts: [post('市12345热线中心', 'admin', '系统管理员')],
  },
  {
    login: 'shequ-shuji',
    about: '社区书记：提议题、参加联席会议',
    posts: [post('{community}', 'secretary', '书记')],
  },
  {
    login: 'zuzhibu',
    about: '五华区委组织部经办人：区级会议、指导街道',
    posts: [post('五华区委组织部', 'clerk', '经办人')],
  },
  {
    login: 'shiwei-zuzhi',
    about: '市委组织部经办人：市级会议、区委书记现场例会',
    posts: [post('市委组织部', 'clerk', '经办人')],
  },
  {
    login: 'qingdan',
    about: '市委编办清单管理员：维护街道履职清单',
    posts: [post('市委编办', 'arbiter', '清单管理员')],
  },
  {
    login: 'anquan',
    about: '安全管理员：确认重要岗位，解锁账号，登录安全',
    posts: [post('市12345热线中心', 'security', '安全管理员')],
  },
  {
    login: 'shenji',
    about: '安全审计员：只查安全日志，什么都不改',
    posts: [post('市12345热线中心', 'auditor', '安全审计员')],
  },
]
