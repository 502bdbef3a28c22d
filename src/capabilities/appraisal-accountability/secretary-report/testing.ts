import { textOf } from '../../../kernel/field.ts'
import { unit } from '../../../kernel/testing.ts'
import { type Data } from '../../four-level-linkage/testing.ts'
import { type Given, office, streetClerk, yearOf } from '../appraisal-template/testing.ts'

export const lines = ['urban', 'problems', 'response', 'demands', 'plan']

/** The front street's report, just begun, with its sections by what they are about. */
export function begun(given: Given = {}, template: Data = { lines }) {
  const told = yearOf(given)
  told.template(template)
  told.question()
  const done = told.step(told.cycle(), ['startResearch', office, '08-03 10:00'])
  const id =
    told
      .opened(done, 'secretary-report')
      .find((one) => told.fields(one)['reporter'] === unit.street) ?? ''
  const own = told.opened(done, 'report-section').filter((one) => told.fields(one)['report'] === id)
  const section = (sort: string) =>
    own.find((one) => told.fields(one)['sort'] === sort) ?? `no ${sort}`
  const evidence = (sort: string) => textOf(told.fields(section(sort)), 'evidence') ?? ''
  return { told, id, own, section, evidence, sorts: own.map((one) => told.fields(one)['sort']) }
}

export function writes({ told, own }: ReturnType<typeof begun>, body = '办成三件实事') {
  for (const section of own) told.step(section, ['write', streetClerk, '08-05 09:00'], { body })
}
