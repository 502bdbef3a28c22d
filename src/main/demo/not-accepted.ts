export type NotAcceptedGround = {
  readonly code: string
  readonly name: string
  /** Where the person may turn instead, told in the same answer. */
  readonly turnTo: string
}

/** The grounds on which an appeal may be declined, each with the way that is open. */
export const notAcceptedGrounds: readonly NotAcceptedGround[] = [
  {
    code: 'litigation',
    name: '已经或者应当通过诉讼、仲裁解决',
    turnTo: '请向有管辖权的人民法院或仲裁机构提出，可拨打12348咨询法律援助',
  },
  {
    code: 'reconsideration',
    name: '已经或者应当通过行政复议解决',
    turnTo: '请在法定期限内向行政复议机构提出申请，可到区司法局窗口咨询',
  },
  {
    code: 'discipline',
    name: '涉及党员、公职人员违纪违法的检举控告',
    turnTo: '请向纪检监察机关反映，电话12388',
  },
  {
    code: 'petition',
    name: '已经进入信访程序办理或已经终结',
    turnTo: '请向受理该信访事项的机关查询，或登录国家信访局网站查看进度',
  },
  {
    code: 'information-disclosure',
    name: '属于政府信息公开申请',
    turnTo: '请向掌握该信息的行政机关提交书面申请，各单位网站设有依申请公开栏目',
  },
  {
    code: 'other-bodies',
    name: '属于人大、政协、法院、检察院、军队等单位职权范围',
    turnTo: '请直接向有权处理的单位提出，我们可以告知其公开的联系方式',
  },
  {
    code: 'emergency-lines',
    name: '属于紧急报警、火警、急救、交通事故',
    turnTo: '请立即拨打110、119、120或122',
  },
  {
    code: 'secret-or-indecent',
    name: '涉及国家秘密、商业秘密、他人隐私或违反公序良俗',
    turnTo: '请删去相关内容后重新提出；合法权益受侵害的，可咨询12348',
  },
  {
    code: 'repeated-open',
    name: '同一人同一事项正在办理且没有新的事实',
    turnTo: '请凭编号和查询码查看进度，也可以在原件上补充说明',
  },
  {
    code: 'repeated-closed',
    name: '同一事项已依法办结并答复，没有新的事实和理由',
    turnTo: '有新的情况请补充材料后再次提出；对处理决定不服的，可申请行政复议或提起诉讼',
  },
  {
    code: 'others-case',
    name: '未经授权查询他人的诉求',
    turnTo: '请由本人凭编号和查询码查询，或出具本人的授权',
  },
  {
    code: 'outside-city',
    name: '事项不在本市范围内',
    turnTo: '请拨打事发地区号加12345',
  },
  {
    code: 'market',
    name: '属于市场主体自主经营或民事约定，没有违法线索',
    turnTo: '请与对方协商或申请人民调解、商事仲裁；发现违法线索可再次提出',
  },
]
