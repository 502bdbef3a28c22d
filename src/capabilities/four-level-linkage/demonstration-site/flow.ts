import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const because = { reason: { ...fields.reason, required: true } } as const

const addTask: Command = {
  label: '列先行先试任务',
  by: ['superior', 'office'],
  input: {
    title: { ...fields.title, required: true },
    dueOn: { ...fields.dueOn, required: true },
  },
  requires: ['endsLater'],
  records: 'SiteTaskAdded',
  says: '先行先试：{title}，{dueOn} 前完成',
  sets: ['countsTask'],
  effects: ['opensTask'],
  tells: ['host'],
}

const taskDone: Command = {
  label: '任务完成',
  by: ['effect'],
  input: { task: { ...fields.task, required: true } },
  records: 'SiteTaskDone',
  says: '先行先试任务完成',
  sets: ['countsDone'],
}

const exit: Command = {
  label: '退出示范点',
  by: ['reviewer'],
  input: because,
  records: 'SiteExited',
  says: '退出：{reason}',
  keeps: ['reason'],
  to: 'exited',
  tells: ['host', 'office'],
  grave: true,
}

const cultivating = {
  name: fields.name,
  theme: { ...fields.theme, required: true },
  host: { ...fields.host, required: true, of: ['committee', 'street', 'community'] },
  aim: fields.aim,
} as const

export const starts: Readonly<Record<string, Command>> = {
  cultivate: {
    label: '培育示范点',
    by: ['starter'],
    input: cultivating,
    requires: ['hostIsOwn'],
    records: 'SiteCultivated',
    says: '列入培育：{name}',
    keeps: Object.keys(cultivating),
    sets: ['actsAsSuperior', 'liesAtHost'],
    to: 'cultivating',
    tells: ['host'],
  },
}

/** 培育 → 申报 → 评审 → 确定（先行先试）→ 评估 → 推广 or 退出. */
export const states: Readonly<Record<string, State>> = {
  cultivating: {
    label: '培育中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'apply', clock: 'cultivate' }],
    commands: {
      apply: {
        label: '申报',
        by: ['host'],
        input: { material: { ...fields.material, required: true, min: 10 } },
        records: 'SiteApplied',
        says: '申报示范点',
        keeps: ['material'],
        to: 'applied',
        tells: ['reviewer'],
      },
      drop: {
        label: '停止培育',
        by: ['superior', 'office'],
        input: because,
        records: 'SiteDropped',
        says: '停止培育：{reason}',
        keeps: ['reason'],
        to: 'dropped',
        tells: ['host'],
        grave: true,
      },
      noteCultivationLate: {
        label: '培育超期',
        by: ['clock'],
        records: 'SiteCultivationRanLate',
        says: '培育期满还没有申报',
        tells: ['office', 'host'],
      },
    },
  },
  applied: {
    label: '评审中',
    is: 'working',
    step: 2,
    expects: [{ seat: 'reviewer', command: 'designate', clock: 'review' }],
    commands: {
      designate: {
        label: '确定为示范点',
        by: ['reviewer'],
        input: {
          number: { ...fields.number, required: true },
          opinion: { ...fields.opinion, required: true },
        },
        records: 'SiteDesignated',
        says: '确定为示范点 {number}',
        keeps: ['number', 'opinion'],
        to: 'trying',
        tells: ['host', 'office'],
      },
      sendBack: {
        label: '暂不确定，继续培育',
        by: ['reviewer'],
        input: { opinion: { ...fields.opinion, required: true } },
        records: 'SiteSentBack',
        says: '继续培育：{opinion}',
        keeps: ['opinion'],
        to: 'cultivating',
        tells: ['host', 'office'],
      },
      noteReviewLate: {
        label: '评审超时',
        by: ['clock'],
        records: 'SiteReviewRanLate',
        says: '超过评审时限',
        tells: ['reviewer'],
      },
    },
  },
  trying: {
    label: '先行先试',
    is: 'working',
    step: 3,
    expects: [
      { seat: 'office', command: 'addTask', clock: 'trial', when: 'hasNoTask' },
      { seat: 'reviewer', command: 'assess', clock: 'trial', when: 'hasTasks' },
    ],
    commands: {
      addTask,
      taskDone,
      assess: {
        label: '评估',
        by: ['reviewer'],
        input: { assessment: { ...fields.assessment, required: true } },
        requires: ['hasTasks'],
        records: 'SiteAssessed',
        says: '评估：{assessment}',
        keeps: ['assessment'],
        to: 'assessed',
        tells: ['host', 'office'],
      },
      exit,
      noteTrialLate: {
        label: '试点期满',
        by: ['clock'],
        records: 'SiteTrialRanLate',
        says: '试点期满还没有评估',
        tells: ['reviewer', 'office'],
      },
    },
  },
  assessed: {
    label: '已评估',
    is: 'working',
    step: 4,
    expects: [{ seat: 'reviewer', command: 'promote', clock: 'promote' }],
    commands: {
      promote: {
        label: '推广',
        by: ['reviewer'],
        requires: ['wasAssessed'],
        records: 'SitePromoted',
        says: '经验推广',
        to: 'promoted',
        tells: ['host', 'office'],
      },
      tryOn: {
        label: '继续试点',
        by: ['reviewer'],
        input: because,
        records: 'SiteTriedOn',
        says: '继续试点：{reason}',
        keeps: ['reason'],
        sets: ['forgetsAssessment'],
        to: 'trying',
        tells: ['host', 'office'],
      },
      taskDone,
      exit,
      notePromotionLate: {
        label: '推广超时',
        by: ['clock'],
        records: 'SitePromotionRanLate',
        says: '评估后没有按时决定推广或退出',
        tells: ['reviewer'],
      },
    },
  },
  promoted: { label: '已推广', is: 'resting', step: 5, commands: { addTask, taskDone, exit } },
  exited: { label: '已退出', is: 'end', step: 5 },
  dropped: { label: '停止培育', is: 'end', step: 5 },
}
