import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import { staff } from '../owned.ts'
import { clock } from '../reviewed.ts'
import { fields, registered } from './fields.ts'
import { facts, rules, setters } from './rules.ts'
import { states } from './states.ts'

/**
 * 结对帮扶: a cadre and a household that agreed to it. Consent and every thing done are the helped
 * person's, or their trustee's, to say, by a link of their own; the contact goes when the pair ends.
 */
export const pairingHelp = defineKind({
  name: 'pairing-help',
  label: '结对帮扶',
  group: 'appraisal-accountability',
  systems: ['pairing-help'],
  version: 1,
  about: '党员干部和自愿的困难群众结对：本人或受托人同意才结对，帮办的事由他们确认才计数。',
  practices: ['pairing-help'],
  fields: {
    ...fields,
    /** Whoever hands the link out helps nobody by it. */
    registrar: { type: 'code', label: '登记岗位', seenBy: [] },
  },
  title: 'title',
  slots: { k1: 'helper', n1: 'helperUnit', n2: 'year' },
  relations: {
    starter: {
      label: '社区、街道',
      roles: staff,
      is: { unitType: ['community', 'street'], over: 'place' },
    },
    community: { label: '登记单位', roles: staff, is: { seat: 'community' } },
    helperUnit: { label: '帮扶单位', roles: staff, is: { seat: 'helperUnit' } },
    helperHead: {
      label: '帮扶单位负责人',
      roles: ['head', 'leader', 'secretary'],
      is: { seat: 'helperUnit' },
    },
    holder: { label: '受助人、受托人', is: { anyone: 'link' } },
  },
  see: ['community', 'helperUnit', 'holder'],
  reveal: ['helperUnit'],
  revealRequires: ['hasConsent', 'isAssigned'],
  tellsReaders: true,
  handsOut: ['community'],
  seats: {
    community: { label: '登记单位', is: { field: 'community' } },
    helperUnit: { label: '帮扶单位', is: { field: 'helperUnit' } },
  },
  responsible: 'helperUnit',
  starts: {
    register: {
      label: '登记结对需求',
      by: ['starter'],
      input: registered,
      requires: ['helpersStandHere'],
      records: 'PairRegistered',
      says: '登记结对需求',
      keeps: Object.keys(registered),
      sets: ['registers'],
      to: 'matching',
      tells: ['helperUnit'],
    },
  },
  states,
  clocks: {
    assign: clock('安排干部', 'matching', {
      parameter: 'pairing-help.assign',
      asks: 'noteAssignLate',
    }),
    answer: clock('等受助人答复', 'asked', { parameter: 'pairing-help.answer', asks: 'lapse' }),
    help: clock('帮办', 'helping', { parameter: 'pairing-help.help', asks: 'noteHelpLate' }),
    confirm: clock('等受助人确认', 'toConfirm', {
      parameter: 'pairing-help.confirm',
      asks: 'lapseHelp',
    }),
  },
  mainClock: 'help',
  facts,
  rules,
  setters,
  counters: {
    pairs: { label: '经同意的结对', cohort: ({ fields: now }) => now['consentBy'] !== undefined },
    cadres: { label: '结对的党员干部', cohort: ({ fields: now }) => now['first'] === true },
    confirmed: { label: '受助人确认的帮办事项', on: { event: 'HelpConfirmed' } },
    lapsed: { label: '没有确认的帮办事项', on: { event: 'HelpLapsed' } },
  },
  parameters: {
    'pairing-help.assign': limitParameter('安排结对干部时限', { qty: 5, unit: 'working-day' }),
    'pairing-help.answer': limitParameter('等受助人答复的期限', { qty: 30, unit: 'day' }),
    'pairing-help.help': limitParameter('帮办一件事的时限', { qty: 30, unit: 'day' }),
    'pairing-help.confirm': limitParameter('等受助人确认的期限', { qty: 30, unit: 'day' }),
  },
})
