import { invalid } from '../errors.ts'
import { uuidShape } from '../wire.ts'
import { mustReachPerson, peopleInReach } from './people-reach.ts'
import { type Section, text } from './section.ts'

/** People, of whom only the name is kept. */
export const people: Section = {
  name: 'people',
  label: '人员',
  fields: {
    id: { type: 'code', label: '人员编号', help: '新增时不填' },
    name: { type: 'text', label: '姓名', required: true, max: 40 },
  },
  columns: ['name'],
  cityOnly: false,
  key: 'id',
  rows: async (at) => {
    const found = await peopleInReach(at)
    return found.map(({ id, name }) => ({ id, values: { id, name }, text: { id, name } }))
  },
  write: async (at, { id, values }) => {
    const own = id ?? at.deps.newId()
    if (!uuidShape.test(own)) throw invalid('人员编号不对')
    if (id !== undefined && !at.isCity) await mustReachPerson(at, id)
    const name = text(values['name'])
    await at.deps.db.read
      .insertInto('person')
      .values({ city: at.state.city, id: own, name })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet({ name }))
      .execute()
    return { id: own }
  },
}
