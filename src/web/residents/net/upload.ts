import { offline, type Problem, problemOf } from './problem.ts'
import { objectIn, textIn } from './read.ts'
import { parsed, type Reply } from './send.ts'

export type Upload = { readonly done: Promise<Reply<string>>; readonly stop: () => void }

/** Sends one photo and tells how far it is, which `fetch` cannot. */
export function uploadPhoto(file: File, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Reply<string>>((resolve) => {
    const fail = (problem: Problem) => {
      resolve({ ok: false, problem })
    }
    request.upload.onprogress = ({ loaded, total }) => {
      progress(total === 0 ? 0 : loaded / total)
    }
    request.onload = () => {
      const body = parsed(request.responseText)
      const id = textIn(objectIn(body), 'id')
      if (request.status < 300 && id !== '') resolve({ ok: true, value: id })
      else fail(problemOf({ status: request.status, body, retryAfter: retryAfter(request) }))
    }
    request.onerror = () => {
      fail(offline)
    }
    request.onabort = () => {
      fail(offline)
    }
    request.ontimeout = () => {
      fail(offline)
    }
  })
  const form = new FormData()
  form.append('file', file)
  request.open('POST', '/api/public/photos')
  request.timeout = 180_000
  request.setRequestHeader('x-tongxin', '1')
  request.send(form)
  return {
    done,
    stop: () => {
      request.abort()
    },
  }
}

function retryAfter(request: XMLHttpRequest): number | undefined {
  const wait = request.getResponseHeader('retry-after')
  return wait === null ? undefined : Number(wait)
}
