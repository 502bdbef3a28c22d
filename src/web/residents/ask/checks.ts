import { phoneProblem } from '../phone.ts'
import type { Draft } from './draft.ts'

export type Problems = Readonly<Record<string, string>>
export type AskPage = 'ask/what' | 'ask/where' | 'ask/contact'

export const limits = { detail: 2000, spot: 120, name: 30, photos: 6, photoBytes: 10 * 1024 * 1024 }

/** What keeps a page's answers from going on, by field. */
export function problemsOn(page: AskPage, draft: Draft): Problems {
  switch (page) {
    case 'ask/what':
      return { ...detailProblem(draft.detail) }
    case 'ask/where':
      return { ...areaProblem(draft), ...spotProblem(draft.spot) }
    case 'ask/contact':
      return { ...contactProblem(draft) }
  }
}

export function allProblems(draft: Draft): Problems {
  return Object.assign({}, ...askPages.map((page) => problemsOn(page, draft)))
}

/** The page on which a field is answered. */
export function pageOfField(field: string): AskPage {
  if (['area', 'spot', 'complained'].includes(field)) return 'ask/where'
  return field.startsWith('reporter') || ['name', 'phone', 'keepSecret'].includes(field)
    ? 'ask/contact'
    : 'ask/what'
}

/** Why a photo cannot be added; undefined when it can. */
export function photoProblem(
  photo: { readonly type: string; readonly size: number },
  already: number,
): string | undefined {
  if (already >= limits.photos) return `最多 ${limits.photos} 张照片，请先移除一张`
  if (photo.type !== '' && !photo.type.startsWith('image/')) return '这不是照片，请选照片'
  if (photo.size > limits.photoBytes) return '这张照片超过 10 MB，请换一张小些的，或截屏后再选'
  return photo.size === 0 ? '这张照片是空的，请换一张' : undefined
}

/** Characters as people count them. */
export function lengthOf(text: string): number {
  return Array.from(text.trim()).length
}

const askPages: readonly AskPage[] = ['ask/what', 'ask/where', 'ask/contact']

function detailProblem(detail: string): Problems {
  const length = lengthOf(detail)
  if (length === 0) return { detail: '请写下您要反映的事' }
  if (length < 4) return { detail: '写得太短了，请说明是什么事' }
  return length > limits.detail
    ? { detail: `最多 ${limits.detail} 字，您写了 ${length} 字，请删短一些` }
    : {}
}

function areaProblem({ area }: Draft): Problems {
  return area === undefined ? { area: '请选事情发生在哪个区县，能选到社区更好' } : {}
}

function spotProblem(spot: string): Problems {
  const length = lengthOf(spot)
  return length > limits.spot ? { spot: `具体位置最多 ${limits.spot} 字，您写了 ${length} 字` } : {}
}

function contactProblem({ name, phone }: Draft): Problems {
  if (lengthOf(name) > limits.name) return { name: `称呼最多 ${limits.name} 字` }
  if (phone.trim() === '') {
    return name.trim() === '' ? {} : { phone: '写了称呼，请也写电话；不想留电话就把称呼删掉' }
  }
  const problem = phoneProblem(phone)
  return problem === undefined ? {} : { phone: problem }
}
