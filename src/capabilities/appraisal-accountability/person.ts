import type { Fact } from '../../kernel/fact.ts'
import { type Fields, isGiven, textOf, type Values } from '../../kernel/field.ts'
import type { Command, Relation, Rule, Seat, Setter } from '../../kernel/kind.ts'
import { themselves } from './reviewing.ts'

/** Whom it is about, as a person and not as whoever comes to hold the post. */
export const personFields = {
  person: { type: 'post', label: '本人（岗位）' },
  sits: { type: 'unit', label: '本人所在单位' },
  gone: { type: 'flag', label: '本人已离任' },
} as const satisfies Fields

/** The one it is about. Where no secretary or head could be named it stays with the unit's. */
export const inPerson: Relation = {
  label: '本人',
  roles: themselves,
  is: { seat: 'unit', post: 'person' },
}
/** Where the person works now: what is told goes there. */
export const personSeat: Seat = { label: '本人', is: { field: 'sits' } }

export const personFacts = {
  /** Who answers for the unit on the day it begins. */
  answering: { holder: { unit: { input: 'unit' }, roles: ['secretary', 'head'] } },
  /** What that person holds today. */
  present: { holder: { post: { field: 'person' } } },
} as const satisfies Readonly<Record<string, Fact>>

export const personRules: Readonly<Record<string, Rule>> = {
  notOfOneself: {
    says: '不能评定、答复、审批、复查自己的事项',
    instead: '请党委其他负责同志办理',
    basis: '本人的等次和约谈由别人评定、答复、复查，调到上级以后也一样',
    facts: ['present'],
    holds: ({ actor, facts }) =>
      actor.by !== 'post' || facts['present']?.post?.person !== actor.post.person,
  },
  hasMoved: {
    says: '本人没有调到别的岗位，不能转交',
    instead:
      '还在原岗位的不用转；已离任的，约谈请点“本人已离任，终止”，等次请点“记书面告知和本人意见”',
    basis: '等次和约谈说的是这个人，调任以后仍由本人知情、陈述，不由接任的人代答',
    facts: ['present'],
    holds: ({ record, facts }) => {
      const now = facts['present']?.post
      return now !== undefined && now.id !== textOf(record.fields, 'person')
    },
  },
  hasLeft: {
    says: '本人还有岗位，不能因离任终止',
    instead: '本人调任的，转到本人现在的岗位',
    basis: '等次和约谈说的是这个人，离任以后没有人代为整改',
    facts: ['present'],
    holds: ({ record, facts }) => hasNoPost(record.fields, facts['present']?.post),
  },
}

export const personSetters = {
  /** As another record hands it on, or whoever answers for the unit. */
  keepsPerson: ({ input, facts }) => {
    const person = textOf(input, 'person') ?? facts['answering']?.post?.id
    return { fields: person === undefined ? {} : { person } }
  },
  /** To where the person works by now; where nobody is named, to the unit. Of who has left every
   *  post nobody else is told. */
  goesToThem: ({ record, facts }) => ({ fields: placeOf(record.fields, facts['present']?.post) }),
} as const satisfies Readonly<Record<string, Setter>>

/** The committee hands it on to a person who has moved, wherever that is. */
export function followThem(by: readonly string[], records: string): Command {
  return {
    label: '转到本人现在的岗位',
    by,
    requires: ['notOfOneself', 'hasMoved'],
    records,
    says: '本人已调任，转到现在的岗位',
    sets: ['goesToThem'],
    tells: ['unit'],
  }
}

/** True of somebody who was named and holds no post any more. */
export function hasNoPost(fields: Values, now: object | undefined): boolean {
  return isGiven(fields['person']) && now === undefined
}

function placeOf(fields: Values, now: { readonly id: string; readonly unit: number } | undefined) {
  if (now !== undefined) return { person: now.id, sits: now.unit, gone: false }
  return isGiven(fields['person']) ? { sits: null, gone: true } : { sits: fields['unit'] ?? null }
}
