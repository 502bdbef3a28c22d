import type { Command, PartyKind, State } from '../../../kernel/kind.ts'
import { duty, fields } from './fields.ts'

const ours = ['host', 'organiser']
const because = { reason: { type: 'text', label: '理由', required: true, max: 300 } } as const

const addMembers: Command = {
  label: '吸收成员单位',
  by: ours,
  input: {
    units: { type: 'units', label: '成员单位', required: true, max: 50 },
    duty,
  },
  requires: ['areNotMembersYet'],
  records: 'BodyMembersAdded',
  says: '吸收成员单位 {units}',
  sets: ['addsMembers'],
}
const keepCharter: Command = {
  label: '写议事规则',
  by: ours,
  input: { charter: { ...fields.charter, required: true } },
  records: 'BodyCharterKept',
  says: '写下议事规则',
  keeps: ['charter'],
}

const running: Readonly<Record<string, Command>> = {
  addMembers,
  keepCharter,
  keepPlan: {
    label: '写年度部署',
    by: ours,
    input: { plan: { ...fields.plan, required: true } },
    records: 'BodyPlanKept',
    says: '写下年度部署',
    keeps: ['plan'],
  },
  convene: {
    label: '召集会议',
    by: ours,
    input: {
      title: { type: 'text', label: '会议名称', required: true, max: 60 },
      startAt: { type: 'moment', label: '开始时间', required: true },
      endAt: { type: 'moment', label: '结束时间' },
      spot: { type: 'text', label: '地点', required: true, max: 100 },
      site: { type: 'unit', label: '承办单位' },
    },
    requires: ['endsAfterItBegins'],
    records: 'BodyConvened',
    says: '召集会议：{title}',
    sets: ['arranges'],
    effects: ['opensMeeting'],
  },
  appointChair: {
    label: '确定负责人',
    by: ours,
    input: {
      chair: { ...fields.chair, required: true },
      chairSince: { ...fields.chairSince, required: true, default: 'today' },
      chairUntil: fields.chairUntil,
    },
    requires: ['daysRunForward'],
    records: 'BodyChairAppointed',
    says: '负责人：{chair}',
    keeps: ['chair', 'chairSince', 'chairUntil'],
    sets: ['seatsOwnChair'],
  },
  appointUpperChair: {
    label: '由上级党员干部兼任负责人',
    by: ['host'],
    input: {
      chair: { ...fields.chair, required: true },
      chairUnit: { ...fields.chairUnit, required: true },
      chairSince: { ...fields.chairSince, required: true, default: 'today' },
      chairUntil: { ...fields.chairUntil, required: true },
    },
    requires: ['levelTakesUpperChair', 'chairIsFromAbove', 'daysRunForward'],
    records: 'BodyUpperChairAppointed',
    says: '负责人由 {chairUnit} 的 {chair} 兼任',
    keeps: ['chair', 'chairUnit', 'chairSince', 'chairUntil'],
  },
  dissolve: {
    label: '撤销议事机构',
    by: ours,
    input: because,
    records: 'BodyDissolved',
    says: '撤销：{reason}',
    to: 'dissolved',
    grave: true,
  },
  noteHeld: {
    label: '会议已召开',
    by: ['effect'],
    input: { heldAt: { type: 'moment', label: '召开时间', required: true } },
    records: 'BodyMeetingHeld',
    says: '会议已召开，重新计算召开周期',
    sets: ['countsHeld'],
  },
  noteNext: {
    label: '会议时间变了',
    by: ['effect'],
    input: { nextAt: { type: 'moment', label: '下次会议' } },
    records: 'BodyMeetingMoved',
    says: '会议改期或取消',
    sets: ['followsNext'],
  },
  noteOverdue: {
    label: '逾期未召开',
    by: ['clock'],
    records: 'BodyRanOverdue',
    says: '超过召开周期，还没有召开',
    sets: ['runsOverdue'],
    tells: ['host'],
  },
}

/** One state for each level, so that the joint meetings of a level are counted as of any day; the
 *  other sorts of bodies share one. */
export const runningStates = [
  'runsCity',
  'runsDistrict',
  'runsStreet',
  'runsCommunity',
  'runs',
] as const

const levelWords: Readonly<Record<(typeof runningStates)[number], string>> = {
  runsCity: '市级联席会议运行中',
  runsDistrict: '区级联席会议运行中',
  runsStreet: '街道联席会议运行中',
  runsCommunity: '社区联席会议运行中',
  runs: '运行中',
}

/** 筹建 → 运行 → 撤销. */
export const states: Readonly<Record<string, State>> = {
  draft: {
    label: '筹建中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'host', command: 'activate', clock: 'setUp' }],
    commands: {
      addMembers,
      keepCharter,
      activate: {
        label: '开始运行',
        by: ours,
        requires: ['someMemberHasDuty'],
        records: 'BodyActivated',
        says: '开始运行',
        moves: [
          { to: 'runsCity', when: 'isJointOfCity' },
          { to: 'runsDistrict', when: 'isJointOfDistrict' },
          { to: 'runsStreet', when: 'isJointOfStreet' },
          { to: 'runsCommunity', when: 'isJointOfCommunity' },
        ],
        to: 'runs',
      },
      noteUnready: {
        label: '筹建超时',
        by: ['clock'],
        records: 'BodySetUpRanLate',
        says: '筹建超过时限',
        tells: ['host'],
      },
    },
  },
  ...Object.fromEntries(
    runningStates.map((state): [string, State] => [
      state,
      {
        label: levelWords[state],
        is: 'resting',
        step: 2,
        expects: [{ seat: 'host', command: 'convene', clock: 'cycle', when: 'isOverdue' }],
        commands: running,
      },
    ]),
  ),
  dissolved: { label: '已撤销', is: 'end', step: 3 },
}

/** A member may be told its duty anew and may leave, but never the last one with a duty. */
export const parties: Readonly<Record<string, PartyKind>> = {
  member: {
    label: '成员单位',
    start: 'current',
    states: {
      current: {
        label: '成员',
        is: 'resting',
        commands: {
          keepDuty: {
            label: '写明职责',
            by: ours,
            input: { duty: { ...duty, required: true } },
            records: 'MemberDutyKept',
            says: '{party} 的职责：{duty}',
            sets: ['keepsDuty'],
          },
          leave: {
            label: '退出',
            by: ours,
            input: because,
            requires: ['someDutyStays'],
            records: 'MemberLeft',
            says: '{party} 退出：{reason}',
            sets: ['letsGo'],
            to: 'left',
          },
        },
      },
      left: { label: '已退出', is: 'end' },
    },
  },
}
