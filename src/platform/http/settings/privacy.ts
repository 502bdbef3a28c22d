import { archiveParameters, isArchived } from '../../archive/parameters.ts'
import { kindRetention, retentionParameters } from '../../retention/parameters.ts'
import { tableOf } from './parameters.ts'
import type { Section } from './section.ts'

/** How long people's data are kept. */
export const privacy: Section = {
  name: 'privacy',
  label: '个人信息保护',
  ...tableOf(({ deps }) => [
    ...Object.entries(retentionParameters).map(([name, parameter]) => ({
      name,
      parameter,
      kind: '全部',
    })),
    ...Object.entries(archiveParameters).map(([name, parameter]) => ({
      name,
      parameter,
      kind: [...deps.registry.values()]
        .filter(isArchived)
        .map(({ label }) => label)
        .join('、'),
    })),
    ...Object.entries(kindRetention(deps.registry.values())).map(([name, parameter]) => ({
      name,
      parameter,
      kind: '单类事项',
    })),
  ]),
}
