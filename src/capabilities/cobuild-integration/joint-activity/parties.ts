import type { Clock, Command, PartyKind, State } from '../../../kernel/kind.ts'
import { attended } from './fields.ts'

/** Only a unit itself says how many came from it, never who. */
const taking = (role: string): State => ({
  label: '参加',
  is: 'resting',
  commands: {
    attend: {
      label: '报到场人数',
      by: [role],
      input: { attendance: attended },
      requires: ['hasBegun'],
      records: `${named(role)}Attended`,
      says: '{party} 到场 {attendance} 人',
      sets: ['keepsAttendance'],
    },
    ...(role === 'initiator' ? {} : { withdraw: withdrawing(role) }),
  },
})

function withdrawing(role: string): Command {
  return {
    label: '不参加了',
    by: [role],
    requires: ['isPlanned'],
    records: `${named(role)}Withdrew`,
    says: '{party} 不参加',
    to: 'declined',
  }
}

function named(role: string): string {
  return `${role.slice(0, 1).toUpperCase()}${role.slice(1)}`
}

const declined: State = { label: '不参加', is: 'resting' }

const reply: Clock = {
  label: '答复',
  stages: [{ limit: { parameter: 'activity.reply' }, asks: 'lapse' }],
  runs: ['invited'],
  basis: '本市参数，可在设置中修改',
}

export const parties: Readonly<Record<string, PartyKind>> = {
  initiator: {
    label: '发起单位',
    start: 'taking',
    states: { taking: taking('initiator') },
  },
  host: {
    label: '共同举办单位',
    start: 'invited',
    states: {
      invited: {
        label: '待答复',
        is: 'working',
        expects: [{ seat: 'self', command: 'accept', clock: 'reply' }],
        commands: {
          accept: {
            label: '共同举办',
            by: ['host'],
            records: 'HostAccepted',
            says: '{party} 共同举办',
            to: 'taking',
          },
          decline: {
            label: '不参加',
            by: ['host'],
            records: 'HostDeclined',
            says: '{party} 不参加',
            to: 'declined',
          },
          lapse: {
            label: '未答复',
            by: ['clock'],
            records: 'HostLapsed',
            says: '{party} 没有答复，视为不参加',
            to: 'declined',
          },
        },
      },
      taking: taking('host'),
      declined,
    },
    clocks: { reply },
  },
  guest: { label: '报名单位', start: 'taking', states: { taking: taking('guest'), declined } },
}
