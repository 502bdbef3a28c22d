import type { Command, State } from '../../../kernel/kind.ts'
import { attended, fields } from './fields.ts'

const addOrganisation: Command = {
  label: '记在册组织参加',
  by: ['lead', 'host'],
  input: {
    organisation: {
      type: 'record',
      of: 'organisation-entry',
      label: '参加组织',
      required: true,
      help: '企业、社会组织等自愿参加的',
    },
    hosted: { type: 'flag', label: '共同举办' },
    attendance: { ...attended, label: '该组织到场人数' },
  },
  requires: ['hasBegun'],
  records: 'ActivityOrganisationAdded',
  says: '{unit} 记一个组织参加',
  sets: ['addsOrganisation'],
  effects: ['notesOrganisation'],
}

/** 发起 → 举办 → 登记成果. */
export const states: Readonly<Record<string, State>> = {
  planned: {
    label: '报名中',
    is: 'working',
    step: 1,
    expects: [{ seat: 'lead', command: 'finish', clock: 'hold' }],
    commands: {
      invite: {
        label: '再邀请',
        by: ['lead'],
        input: { hosts: { type: 'units', label: '邀请共同举办', required: true, max: 500 } },
        requires: ['othersAreAsked'],
        records: 'ActivityInvited',
        says: '邀请单位共同举办',
        sets: ['invites'],
      },
      signUp: {
        label: '报名参加',
        by: ['official'],
        requires: ['isNotIn'],
        records: 'ActivitySignedUp',
        says: '{unit} 报名参加',
        sets: ['signsUp'],
      },
      addOrganisation,
      finish: {
        label: '记活动成果',
        by: ['lead'],
        input: { result: { ...fields.result, required: true }, photos: fields.photos },
        requires: ['hasBegun'],
        records: 'ActivityHeld',
        says: '活动已举办：{result}',
        keeps: ['result', 'photos'],
        sets: ['countsHosts'],
        to: 'held',
      },
      cancel: {
        label: '取消活动',
        by: ['lead'],
        input: { reason: { ...fields.reason, required: true } },
        records: 'ActivityCancelled',
        says: '取消：{reason}',
        keeps: ['reason'],
        to: 'cancelled',
        grave: true,
      },
      noteUnfinished: {
        label: '没有成果',
        by: ['clock'],
        records: 'ActivityUnfinished',
        says: '活动日期已过，没有记成果',
        tells: ['lead'],
      },
    },
  },
  held: { label: '已举办', is: 'end', step: 2 },
  cancelled: { label: '已取消', is: 'end', step: 2 },
}
