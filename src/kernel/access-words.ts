import type { Kind, Relation, Seat } from './kind.ts'

/** What a city calls the functions and types of its units. */
export type Naming = {
  readonly functionName: (name: string) => string
  readonly typeName: (name: string) => string
}

/** What makes somebody stand so to a record, for a reader who knows no declaration. */
export function meaningOf(kind: Kind, name: string, naming: Naming): string {
  const relation = kind.relations[name]
  if (relation !== undefined) return wordsOf(kind, relation.is, naming)
  if (name === 'reveals') {
    const labels = (kind.reveal ?? []).map((one) => kind.relations[one]?.label ?? one)
    return labels.length === 0 ? '没有岗位可以查看' : labels.join('、')
  }
  return engineWords[name] ?? ''
}

const engineWords: Readonly<Record<string, string>> = {
  clock: '时限到了由系统办理，人不能办',
  effect: '由另一条记录的办理带动，人不能办',
  courier: '由相邻城市的平台带动，人不能办',
  expected: '这条记录此刻等本单位办理',
  ownData: '留下联系方式、持有这一条记录的查询码的本人',
  self: '只限该参与单位自己的岗位，同一角色的其他单位不能代办',
}

function wordsOf(kind: Kind, is: Relation['is'], naming: Naming): string {
  if ('anyone' in is) return anyoneWords[is.anyone]
  if ('party' in is) return `本单位作为“${kind.parties?.[is.party]?.label ?? is.party}”参与这条记录`
  if ('function' in is)
    return `本单位承担“${naming.functionName(is.function)}”职能${
      is.over === undefined ? '' : '，且所在地区包含这条记录的所在地'
    }`
  if ('unitType' in is)
    return `本单位是${is.unitType.map(naming.typeName).join('、')}，且所在地区包含这条记录的所在地`
  if ('seat' in is) {
    const seat = `本单位是${seatWords(kind, is.seat, naming)}`
    return is.post === undefined
      ? seat
      : `${seat}；记录里写明“${kind.fields[is.post]?.label ?? is.post}”的，只限这个岗位上的本人，接任的人看不到`
  }
  return `本单位是${seatWords(kind, is.above, naming)}的上级单位`
}

const anyoneWords = {
  post: '任何在岗的工作人员',
  public: '任何人，不用登录',
  link: '持有这一条记录的查询码或链接的人，只限这一条',
} as const

function seatWords(kind: Kind, name: string, naming: Naming): string {
  const seat: Seat | undefined = kind.seats[name]
  if (seat === undefined) return name
  const { label, is } = seat
  if ('field' in is) {
    const field = kind.fields[is.field]?.label ?? is.field
    return field === label ? `记录里写明的“${label}”` : `“${label}”（记录里写明的“${field}”）`
  }
  if ('self' in is) return `“${label}”`
  const level = is.level === undefined ? '' : levelWords[is.level]
  return `“${label}”（所在地的${level}“${naming.functionName(is.function)}”单位）`
}

const levelWords = {
  city: '市级',
  district: '区级',
  street: '街道',
  community: '社区',
  grid: '网格',
} as const
