import { useEffect, useRef, useState } from 'react'
import { type Upload, uploadPhoto } from '../net/upload.ts'
import { photoProblem } from './checks.ts'
import type { DraftPhoto } from './draft.ts'
import { thumbOf } from './thumb.ts'

export type Sending = {
  readonly key: number
  readonly file: File
  readonly share: number
  readonly problem: string
  /** Sending it again would not help. */
  readonly final: boolean
}

export type PhotoList = {
  readonly photos: readonly DraftPhoto[]
  readonly change: (next: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]) => void
}

/** Photos on their way: each goes off when chosen and joins the others when it has arrived. */
export function useUploads({ photos, change: changePhotos }: PhotoList) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [said, say] = useState('')
  const uploads = useRef(new Map<number, Upload>())
  const lastKey = useRef(0)
  useEffect(() => stopAllOnLeave(uploads.current), [])

  const change = (key: number, part: Partial<Sending>) => {
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }
  const remove = (key: number) => {
    uploads.current.get(key)?.stop()
    uploads.current.delete(key)
    setSending((all) => all.filter((one) => one.key !== key))
  }
  const start = async (key: number, file: File) => {
    const upload = uploadPhoto(file, (share) => {
      change(key, { share })
    })
    uploads.current.set(key, upload)
    const [reply, thumb] = await Promise.all([upload.done, thumbOf(file)])
    if (!uploads.current.delete(key)) return
    if (!reply.ok) {
      change(key, { problem: reply.problem.says, final: reply.problem.kind === 'invalid' })
      return
    }
    const photo: DraftPhoto = { id: reply.value, name: file.name, size: file.size, thumb }
    changePhotos((all) => [...all, photo])
    setSending((all) => all.filter((one) => one.key !== key))
    say(`${file.name} 已上传`)
  }
  const add = (files: readonly File[]) => {
    files.forEach((file, at) => {
      const key = (lastKey.current += 1)
      const problem = photoProblem(file, photos.length + sending.length + at) ?? ''
      setSending((all) => [...all, { key, file, share: 0, problem, final: problem !== '' }])
      if (problem === '') void start(key, file)
      else say(problem)
    })
  }
  const retry = (key: number) => {
    const one = sending.find((found) => found.key === key)
    if (one === undefined) return
    change(key, { problem: '', share: 0 })
    void start(key, one.file)
  }
  return { sending, said, add, retry, remove }
}

function stopAllOnLeave(uploads: Map<number, Upload>) {
  return () => {
    for (const { stop } of uploads.values()) stop()
    uploads.clear()
  }
}
