import type { Command, Rule, Setter } from './kind.ts'

/** Commands every working record has, whatever its kind: who of the desk is on it, and the
 *  revealing of contact data, which is an event with a reason. Their relations are made by the
 *  engine: `expected` stands for a unit with a to-do in the record, `reveals` for the kind's own
 *  list of those who may reveal. */
export const builtInCommands: Readonly<Record<string, Command>> = {
  take: {
    label: '我来办',
    by: ['expected'],
    requires: ['notTaken'],
    records: 'Taken',
    says: '认领经办',
    sets: ['takesIt'],
    undo: 'putBack',
  },
  putBack: {
    label: '放回待办',
    by: ['expected'],
    requires: ['isTaker'],
    records: 'PutBack',
    says: '放回本单位待办',
    sets: ['putsItBack'],
  },
  handOn: {
    label: '转给同事',
    by: ['expected'],
    input: { to: { type: 'post', label: '接手岗位', required: true } },
    requires: ['isTakerOrHead'],
    records: 'HandedOn',
    says: '转交本单位同事经办',
    sets: ['handsItOn'],
  },
  relocate: {
    label: '随区划机构调整移交',
    by: ['effect'],
    input: {
      reorganisation: { type: 'record', label: '区划机构调整' },
      since: { type: 'moment', label: '调整时间' },
      posts: { type: 'choices', label: '岗位接续', max: 100 },
    },
    records: 'Relocated',
    says: '因区划机构调整移交，办理环节和时限不变',
  },
  reveal: {
    label: '查看联系方式',
    by: ['reveals'],
    input: { reason: { type: 'text', label: '查看理由', required: true, max: 200 } },
    records: 'ContactRevealed',
    says: '查看了联系方式',
  },
}

export const builtInRules: Readonly<Record<string, Rule>> = {
  notTaken: {
    says: '这件事已经有同事在办',
    instead: '可以请他转给您，或由负责人转交',
    basis: '一件事同一时间一个经办人',
    holds: ({ actor, record }) =>
      actor.by === 'post' && record.takers[String(actor.post.unit)] === undefined,
  },
  isTaker: {
    says: '只有认领的人可以放回',
    basis: '一件事同一时间一个经办人',
    holds: ({ actor, record }) =>
      actor.by === 'post' && record.takers[String(actor.post.unit)] === actor.post.id,
  },
  isTakerOrHead: {
    says: '只有经办人或本单位负责人可以转交',
    basis: '一件事同一时间一个经办人',
    holds: ({ actor, record }) =>
      actor.by === 'post' &&
      (actor.post.role === 'head' || record.takers[String(actor.post.unit)] === actor.post.id),
  },
}

export const builtInSetters: Readonly<Record<string, Setter>> = {
  takesIt: ({ actor }) =>
    actor.by === 'post' ? { takers: { [String(actor.post.unit)]: actor.post.id } } : {},
  putsItBack: ({ actor }) =>
    actor.by === 'post' ? { takers: { [String(actor.post.unit)]: null } } : {},
  handsItOn: ({ actor, input }) =>
    actor.by === 'post' && typeof input['to'] === 'string'
      ? { takers: { [String(actor.post.unit)]: input['to'] } }
      : {},
}
