import type { Command, State } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

/** By the street itself, or from the whistle that ran late. */
export const starts: Readonly<Record<string, Command>> = {
  order: {
    label: '下达督办单',
    by: ['orderer'],
    input: {
      title: fields.title,
      whistle: fields.whistle,
      appeal: fields.appeal,
      unit: { ...fields.unit, required: true },
      matter: fields.matter,
    },
    requires: ['restsOnALateMatter'],
    records: 'SupervisionOrdered',
    says: '督办 {unit}：{matter}',
    keeps: ['title', 'whistle', 'appeal', 'unit', 'matter'],
    sets: ['beginsAtTheStreet'],
    to: 'issued',
    tells: ['unit'],
  },
  orderForWhistle: {
    label: '就吹哨督办',
    by: ['effect'],
    input: {
      title: fields.title,
      whistle: { ...fields.whistle, required: true },
      street: { ...fields.street, required: true },
      unit: { ...fields.unit, required: true },
      matter: fields.matter,
    },
    records: 'SupervisionOrderedForWhistle',
    says: '督办 {unit}：{matter}',
    keeps: ['title', 'whistle', 'street', 'unit', 'matter'],
    sets: ['beginsAtTheStreet'],
    to: 'issued',
    tells: ['unit'],
  },
}

const close: Command = {
  label: '核实销号',
  by: ['overseer'],
  requires: ['unitHasReplied'],
  records: 'SupervisionClosed',
  says: '核实通过，销号',
  to: 'closed',
  tells: ['unit', 'street'],
}

const escalate: Command = {
  label: '逾期升级',
  by: ['clock'],
  records: 'SupervisionEscalated',
  says: '逾期没有答复，督办升级',
  sets: ['climbs'],
  tells: ['unit', 'street', 'overseer'],
}

/** 下达 → 签收 → 答复 → 核实 → 销号; unanswered it climbs. */
export const states: Readonly<Record<string, State>> = {
  issued: {
    label: '待签收',
    is: 'working',
    step: 1,
    expects: [{ seat: 'unit', command: 'sign', clock: 'sign' }],
    commands: {
      sign: {
        label: '签收',
        by: ['unit'],
        records: 'SupervisionSigned',
        says: '签收督办单',
        to: 'signed',
        tells: ['street'],
      },
      noteSignLate: {
        label: '签收超时',
        by: ['clock'],
        records: 'SupervisionSignedLate',
        says: '超过签收时限',
        tells: ['unit', 'street'],
      },
      escalate,
    },
  },
  signed: {
    label: '待答复',
    is: 'working',
    step: 2,
    expects: [{ seat: 'unit', command: 'reply', clock: 'reply' }],
    commands: {
      reply: {
        label: '答复',
        by: ['unit'],
        input: { reply: { ...fields.reply, required: true, min: 2 } },
        records: 'SupervisionReplied',
        says: '答复：{reply}',
        keeps: ['reply'],
        to: 'replied',
        tells: ['overseer', 'street'],
      },
      close,
      escalate,
    },
  },
  replied: {
    label: '待核实',
    is: 'working',
    step: 3,
    expects: [{ seat: 'overseer', command: 'close', clock: 'verify' }],
    commands: {
      close,
      again: {
        label: '退回重办',
        by: ['overseer'],
        input: { reason: { ...fields.reason, required: true } },
        records: 'SupervisionRenewed',
        says: '核实未通过，退回：{reason}',
        keeps: ['reason'],
        sets: ['forgetsReply'],
        to: 'signed',
        tells: ['unit'],
      },
      noteVerifyLate: {
        label: '核实超时',
        by: ['clock'],
        records: 'VerificationRanLate',
        says: '超过核实时限',
        tells: ['overseer'],
      },
    },
  },
  closed: { label: '已销号', is: 'end', step: 4 },
}
