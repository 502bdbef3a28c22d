import type { PartyKind, State } from '../../../kernel/kind.ts'
import { acrossStates, endsAcross, inviteCity, toldAcross } from './across.ts'
import { fields, typed } from './fields.ts'

const invite = {
  label: '邀请单位',
  by: ['leadSigner'],
  input: { units: { type: 'units', label: '邀请的单位', required: true, max: 30 } },
  requires: ['othersAreAsked'],
  records: 'AllianceInvited',
  says: '邀请单位加入',
  sets: ['invites'],
} as const

const dissolve = {
  label: '解散',
  by: ['leadSigner'],
  input: { reason: { ...fields.reason, required: true } },
  requires: ['ledHere'],
  records: 'AllianceDissolved',
  says: '解散：{reason}',
  keeps: ['reason'],
  effects: ['tellsEnd'],
  to: 'ended',
  grave: true,
} as const

const { matter, matterSort, detail, dueOn } = typed

/** 筹备 → 运行 → 结束. */
export const states: Readonly<Record<string, State>> = {
  forming: {
    label: '筹备中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'lead', command: 'found', clock: 'form' }],
    commands: {
      invite,
      inviteCity,
      found: {
        label: '成立',
        by: ['leadSigner'],
        requires: ['spansAreas'],
        records: 'AllianceFounded',
        says: '{unit} 牵头成立',
        sets: ['linksCity'],
        effects: ['tellsFounding'],
        to: 'active',
      },
      dissolve,
      noteFormLate: {
        label: '筹备超时',
        by: ['clock'],
        records: 'AllianceFormRanLate',
        says: '没有按时成立',
        tells: ['lead'],
      },
      noteOthers: toldAcross.noteOthers,
    },
  },
  ...acrossStates(invite),
  active: {
    label: '运行中',
    is: 'resting',
    step: 2,
    commands: {
      invite,
      raise: {
        label: '提出共同事项',
        by: ['lead', 'member'],
        input: { matter, matterSort, detail, dueOn },
        requires: ['isJoined', 'dueAhead'],
        records: 'AllianceMatterRaised',
        says: '{unit} 提出：{matter}',
        effects: ['opensMatter'],
      },
      meet: {
        label: '记联席会议',
        by: ['lead'],
        input: {
          metOn: { ...fields.metOn, required: true, default: 'today' },
          outcome: { ...fields.outcome, required: true },
        },
        records: 'AllianceMet',
        says: '{metOn} 联席会议：{outcome}',
        keeps: ['metOn', 'outcome'],
      },
      dissolve,
      lapse: {
        label: '到期结束',
        by: ['clock'],
        records: 'AllianceLapsed',
        says: '到期，联盟结束',
        effects: ['tellsEnd'],
        to: 'ended',
        tells: ['lead'],
      },
      noteOthers: toldAcross.noteOthers,
      endsThere: endsAcross,
    },
  },
  ended: { label: '已结束', is: 'end', step: 3, commands: toldAcross },
}

/** Nobody is a member who has not said so, and everyone may leave. */
export const member: PartyKind = {
  label: '成员单位',
  start: 'invited',
  states: {
    invited: {
      label: '待答复',
      is: 'working',
      expects: [{ seat: 'self', command: 'join', clock: 'reply' }],
      commands: {
        join: {
          label: '加入',
          by: ['memberSigner'],
          records: 'MemberJoined',
          says: '{party} 加入',
          sets: ['joins'],
          effects: ['tellsMembers'],
          to: 'joined',
          carries: [{ to: 'awaiting', when: 'answersThere' }],
        },
        decline: {
          label: '不加入',
          by: ['memberSigner'],
          records: 'MemberDeclined',
          says: '{party} 不加入',
          to: 'left',
        },
        lapse: {
          label: '未答复',
          by: ['clock'],
          records: 'MemberLapsed',
          says: '{party} 没有答复，视为不加入',
          to: 'left',
        },
      },
    },
    joined: {
      label: '已加入',
      is: 'resting',
      commands: {
        leave: {
          label: '退出',
          by: ['memberSigner'],
          records: 'MemberLeft',
          says: '{party} 退出',
          sets: ['leaves'],
          facts: ['openMatters'],
          effects: ['leavesMatters', 'tellsMembers'],
          to: 'left',
          grave: true,
        },
      },
    },
    left: { label: '未加入或已退出', is: 'resting' },
  },
  clocks: {
    reply: {
      label: '答复',
      stages: [{ limit: { parameter: 'alliance.reply' }, asks: 'lapse' }],
      runs: ['invited'],
      basis: '本市参数，可在设置中修改',
    },
  },
}
