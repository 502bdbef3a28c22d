import { narrowest } from '../../../kernel/directory.ts'
import { isGiven } from '../../../kernel/field.ts'
import type { Rule } from '../../../kernel/kind.ts'
import { areaAbove, officials, unitOf, unitsIn } from '../meeting-parts.ts'
import { basis } from './fields.ts'

/** The rules an item's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  proposerTakesPart: {
    says: '议题由议事机构的成员单位或召集单位提出',
    instead: '可以请成员单位代为提出',
    basis,
    input: true,
    facts: ['body'],
    holds: ({ facts, actor }) => {
      const own = facts['body']?.rows[0]?.fields ?? {}
      const unit = unitOf(actor)
      if (actor.by !== 'post' || !officials.includes(actor.post.role)) return false
      const known = [own['host'], own['organiser'], ...unitsIn(own['members'])]
      return known.includes(unit)
    },
  },
  liesWithTheBody: {
    says: '议题的所在地要与议事机构一致',
    basis,
    input: true,
    facts: ['body'],
    holds: ({ facts, record }) =>
      facts['body']?.rows[0]?.fields['area'] === narrowest(record.place),
  },
  meetingIsTheBodys: {
    says: '这次会议不是本议事机构的，或者已经结束',
    basis,
    input: true,
    facts: ['meeting'],
    holds: ({ facts, record }) => {
      const found = facts['meeting']?.rows[0]
      return (
        found !== undefined &&
        found.fields['body'] === record.fields['body'] &&
        ['planning', 'notified', 'holding'].includes(found.state)
      )
    },
  },
  upperIsNextAbove: {
    says: '只能提请上一级的同类议事机构',
    basis,
    input: true,
    facts: ['upper'],
    holds: ({ facts, record, world }) => {
      const found = facts['upper']?.rows[0]
      const above = areaAbove(world.directory, narrowest(record.place))
      return found !== undefined && found.state !== 'dissolved' && found.fields['area'] === above
    },
  },
  belowIsAnswered: {
    says: '这是下级提请的议题，要写明结果返回下级',
    basis,
    input: true,
    holds: ({ record, input }) =>
      !isGiven(record.fields['raisedFrom']) || isGiven(input['outcome']),
  },
}
