import { type BallotShape, tallyFields } from '../../../kernel/ballot.ts'
import type { Command } from '../../../kernel/kind.ts'
import { fields } from './fields.ts'

const ours = ['host', 'office'] as const
const trusted = ['committee', 'trustedOffice'] as const

/** 民主测评: everybody who sits in the meeting marks each report, and nobody is known by it. The
 *  totals of a reporter speak of one person: who decides for the committee and who answers for its
 *  office read them, no desk and no other reporter. */
export const ballot: BallotShape = {
  label: '民主测评',
  opens: ['holding'],
  counts: ['minuting', 'closed'],
  by: trusted,
  reads: trusted,
  eligible: 'voters',
  sheet: [
    {
      name: 'report',
      label: '述职评议',
      choices: [
        { value: 'good', label: '好' },
        { value: 'fair', label: '较好' },
        { value: 'plain', label: '一般' },
        { value: 'poor', label: '差' },
      ],
      each: { parties: 'reporter', states: ['listed', 'reporting', 'reported', 'commented'] },
    },
  ],
  tally: 'noteTally',
}

export const setVoters: Command = {
  label: '填写测评人数',
  by: ours,
  input: { voters: { ...fields.voters, required: true } },
  records: 'AppraisalVotersSet',
  says: '参加民主测评 {voters} 人',
  keeps: ['voters'],
}

export const noteTally: Command = {
  label: '记入测评票数',
  by: ['effect'],
  input: tallyFields,
  records: 'AppraisalVoteCounted',
  says: '民主测评发出 {handed} 票，收回 {cast} 票',
  keeps: ['handed', 'cast', 'tally'],
}
