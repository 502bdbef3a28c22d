import { tableRows } from './table.ts'

/**
 * key | in the city | in a 区 | in a 县 or 县级市. `{d}` is the district's short name, `{n}` that
 * name without its last character; a dash where there is none and the city's own body acts.
 */
const ROWS = `
住房和城乡建设局 | 市住房和城乡建设局 | {d}住房和城乡建设局 | {d}住房和城乡建设局
城市管理局 | 市城市管理局 | {d}城市管理局 | {d}城市管理局
市场监督管理局 | 市市场监督管理局 | {d}市场监督管理局 | {d}市场监督管理局
公安局 | 市公安局 | 市公安局{n}分局 | {d}公安局
交通警察支队 | 市公安局交通警察支队 | 市公安局交警支队{n}大队 | {d}公安局交通警察大队
生态环境局 | 市生态环境局 | 市生态环境局{n}分局 | 市生态环境局{n}分局
水务局 | 市水务局 | {d}水务局 | {d}水务局
卫生健康局 | 市卫生健康委员会 | {d}卫生健康局 | {d}卫生健康局
教育体育局 | 市教育体育局 | {d}教育体育局 | {d}教育体育局
民政局 | 市民政局 | {d}民政局 | {d}民政局
人力资源和社会保障局 | 市人力资源和社会保障局 | {d}人力资源和社会保障局 | {d}人力资源和社会保障局
交通运输局 | 市交通运输局 | {d}交通运输局 | {d}交通运输局
自然资源和规划局 | 市自然资源和规划局 | 市自然资源和规划局{n}分局 | {d}自然资源局
消防救援支队 | 市消防救援支队 | {d}消防救援大队 | {d}消防救援大队
应急管理局 | 市应急管理局 | {d}应急管理局 | {d}应急管理局
农业农村局 | 市农业农村局 | {d}农业农村局 | {d}农业农村局
司法局 | 市司法局 | {d}司法局 | {d}司法局
医疗保障局 | 市医疗保障局 | - | -
文化和旅游局 | 市文化和旅游局 | - | -
退役军人事务局 | 市退役军人事务局 | - | -
政务服务管理局 | 市政务服务管理局 | - | -
投资促进局 | 市投资促进局 | - | -
税务局 | 市税务局 | - | -
住房公积金管理中心 | 市住房公积金管理中心 | - | -
供电局 | 市供电局 | - | -
自来水集团 | 市自来水集团 | - | -
燃气集团 | 市燃气集团 | - | -
公共交通集团 | 市公共交通集团 | - | -
`

export type Department = {
  /** The word by which duty items name it, the same at both levels. */
  readonly key: string
  readonly cityName: string
  readonly urbanName: string | undefined
  readonly countyName: string | undefined
}

/** The departments and public service firms that may be responsible for something. */
export const departments: readonly Department[] = tableRows(ROWS, 4).map(
  ([key = '', cityName = '', urban = '', county = '']) => ({
    key,
    cityName,
    urbanName: urban === '-' ? undefined : urban,
    countyName: county === '-' ? undefined : county,
  }),
)
