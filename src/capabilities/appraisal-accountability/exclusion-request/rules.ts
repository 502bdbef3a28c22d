import { isUnderUnit, placeOf, unitName } from '../../../kernel/directory.ts'
import { numberOf, textOf } from '../../../kernel/field.ts'
import type { EffectMaker, Rule, Setter } from '../../../kernel/kind.ts'
import { personOf, unitOf } from '../reviewing.ts'
import { basis } from './fields.ts'
import { countedOf, keepsRates, monthOfAppeal, storesRates } from './rates.ts'

export const rules: Readonly<Record<string, Rule>> = {
  appealIsOwn: {
    says: '只能为本单位主办或派单的诉求申请剔除',
    instead: '请由主办单位或派单单位申请',
    basis,
    facts: ['appeal'],
    input: true,
    holds: ({ facts, actor }) => {
      const fields = facts['appeal']?.rows[0]?.fields ?? {}
      const own = unitOf(actor)
      return (
        numberOf(fields, 'lead') !== undefined &&
        (own === numberOf(fields, 'lead') || own === numberOf(fields, 'desk'))
      )
    },
  },
  decidedByAnother: {
    says: '申请人不能审核自己的申请',
    basis,
    holds: ({ actor, record }) => personOf(actor) !== textOf(record.fields, 'applicantPerson'),
  },
  decidedElsewhere: {
    says: '申请单位、承办单位和它们的上下级不能审核',
    instead: '请由不相关的督查单位审核',
    basis,
    holds: ({ actor, record: { fields }, world: { directory } }) => {
      const own = unitOf(actor)
      const near = [numberOf(fields, 'applicant'), numberOf(fields, 'unit')]
      return near.every(
        (unit) =>
          own !== undefined &&
          unit !== undefined &&
          !isUnderUnit(directory, own, unit) &&
          !isUnderUnit(directory, unit, own),
      )
    },
  },
}

export const setters: Readonly<Record<string, Setter>> = {
  /** All that follows from the appeal is taken from it, so that nobody chooses who reviews. */
  isAboutAppeal: ({ facts, input, actor, world: { directory } }) => {
    const row = facts['appeal']?.rows[0]
    const unit = numberOf(row?.fields ?? {}, 'lead')
    if (row === undefined || unit === undefined) return {}
    const place = placeOf(directory, directory.units.get(unit)?.area ?? 0)
    return {
      fields: {
        unit,
        applicant: unitOf(actor) ?? null,
        applicantPerson: personOf(actor) ?? null,
        complained: row.fields['complained'] ?? null,
        counted: [...countedOf(row)],
        ...monthOfAppeal(row),
      },
      title: `${unitName(directory, unit)}申请剔除 ${row.number}`,
      ...(place === undefined || input['appeal'] === undefined ? {} : { place }),
    }
  },
  storesRates,
  keepsRates,
}

export const effects: Readonly<Record<string, EffectMaker>> = {
  leavesFigures: ({ record }) => [
    {
      ask: textOf(record.fields, 'appeal') ?? '',
      kind: 'resident-appeal',
      command: 'leaveFigures',
      input: { exclusion: record.id },
    },
  ],
  countsAgain: ({ record }) => [
    {
      ask: textOf(record.fields, 'appeal') ?? '',
      kind: 'resident-appeal',
      command: 'countAgain',
      input: {},
    },
  ],
}
