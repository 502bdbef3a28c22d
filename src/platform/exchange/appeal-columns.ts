/** What a file of appeals can say of one. */
export const appealFields = [
  'sourceNumber',
  'title',
  'detail',
  'occurredAt',
  'place',
  'category',
  'sort',
  'reply',
  'repliedAt',
  'status',
  'area',
] as const

export type AppealField = (typeof appealFields)[number]

/** For each field the headers that mean it; the first one the file has is taken. */
export type ColumnMapping = { readonly [field in AppealField]?: readonly string[] }

/** The headers of message boards' exports and of the usual hotline sheets. */
export const usualColumns: ColumnMapping = {
  sourceNumber: ['id', '编号', '工单编号', '诉求编号', '留言编号', '来源编号'],
  title: ['topic', 'title', '标题', '主题', '留言主题', '诉求标题'],
  detail: ['detail', 'description', '内容', '诉求内容', '留言详情', '留言内容', '详情'],
  occurredAt: ['time', '时间', '来件时间', '留言时间', '受理时间', '登记时间'],
  place: ['place', 'address', '地点', '地址', '具体位置', '事发地点'],
  category: ['label1', 'category', '类别', '诉求类别', '一级标签', '一级分类'],
  sort: ['type', '类型', '诉求类型', '留言类型'],
  reply: ['reply', '答复', '答复内容', '答复意见', '回复内容'],
  repliedAt: ['reply_time', '答复时间', '回复时间', '办结时间'],
  status: ['status', '状态', '办理状态'],
  area: ['district', 'area', '区县', '所属区县', '街道', '所属地区'],
}

export type FoundColumns = {
  /** Where each field stands in a row. */
  readonly places: ReadonlyMap<AppealField, number>
  /** What the file itself calls each field. */
  readonly headers: ReadonlyMap<AppealField, string>
  /** How many cells the header has. */
  readonly width: number
}

export function findColumns(
  header: readonly string[],
  mapping: ColumnMapping,
): FoundColumns | { readonly missing: string } {
  const named = header.map(plainHeader)
  const places = new Map<AppealField, number>()
  const headers = new Map<AppealField, string>()
  for (const field of appealFields) {
    const wanted = (mapping[field] ?? []).find((name) => named.includes(plainHeader(name)))
    if (wanted === undefined) continue
    const place = named.indexOf(plainHeader(wanted))
    places.set(field, place)
    headers.set(field, header[place]?.trim() ?? wanted)
  }
  const missing = needed.filter((field) => !places.has(field))
  const wordless = !places.has('title') && !places.has('detail')
  if (missing.length === 0 && !wordless) return { places, headers, width: header.length }
  const lacks = [...missing, ...(wordless ? ['detail' as const] : [])]
  return { missing: lacks.map((field) => (mapping[field] ?? [field]).join('/')).join('、') }
}

const needed: readonly AppealField[] = ['sourceNumber', 'occurredAt']

function plainHeader(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
