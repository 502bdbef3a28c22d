import { type ChangeEvent, useEffect, useState } from 'react'
import { newId } from '../../residents/net/new-id.ts'
import type { EntryPhoto } from '../outbox/entry.ts'
import { useWork } from '../work/use-work.ts'
import { shrink } from './shrink.ts'

type Props = {
  readonly photos: readonly EntryPhoto[]
  readonly change: (photos: readonly EntryPhoto[]) => void
}

/** Photos if they like; never needed. They stay on the device until there is a line. */
export function Photos({ photos, change }: Props) {
  const { store } = useWork()
  const [said, say] = useState('')
  const add = async (files: readonly File[]) => {
    const room = Math.max(0, mostPhotos - photos.length)
    const added: EntryPhoto[] = []
    say('正在存照片')
    for (const file of files.slice(0, room)) {
      const small = await shrink(file)
      const key = newId()
      const done = await store.putPhoto(key, small).then(
        () => small.size <= mostBytes,
        () => false,
      )
      if (done) added.push({ key, name: nameOf(file, small) })
    }
    change([...photos, ...added])
    say(saidOf(files.length, added.length))
  }
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    void add(Array.from(event.target.files ?? []))
    // The same photo may be chosen again after it was removed.
    event.target.value = ''
  }
  return (
    <div className="field">
      <p className="label">照片（可以不拍）</p>
      <p className="hint" id="photos-hint">
        最多 {mostPhotos} 张，会自动缩小，拍摄地点会去掉。请不要拍到人脸、车牌和住户室内。
      </p>
      <input
        id="photos"
        type="file"
        className="sr"
        accept="image/*"
        multiple
        aria-describedby="photos-hint"
        onChange={choose}
      />
      {photos.length < mostPhotos && (
        <label htmlFor="photos" className="button">
          拍照或选照片
        </label>
      )}
      <ul className="photos">
        {photos.map((photo, at) => (
          <Photo
            key={photo.key}
            photo={photo}
            place={at + 1}
            remove={() => change(photos.filter(({ key }) => key !== photo.key))}
          />
        ))}
      </ul>
      <output className="hint">{said}</output>
    </div>
  )
}

type PhotoProps = {
  readonly photo: EntryPhoto
  readonly place: number
  readonly remove: () => void
}

function Photo({ photo, place, remove }: PhotoProps) {
  return (
    <li>
      <Thumb photo={photo} />
      <span className="grow">第 {place} 张</span>
      <button type="button" className="button" onClick={remove}>
        移除<span className="sr">第 {place} 张</span>
      </button>
    </li>
  )
}

function Thumb({ photo: { key } }: { readonly photo: EntryPhoto }) {
  const { store } = useWork()
  const [address, setAddress] = useState('')
  useEffect(() => {
    let made = ''
    void store.photo(key).then((blob) => {
      if (blob === undefined) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => URL.revokeObjectURL(made)
  }, [store, key])
  return address === '' ? null : <img src={address} alt="" width="64" height="64" />
}

function nameOf({ name }: File, { type }: Blob): string {
  return type === 'image/jpeg' ? `${name.replace(/\.\w+$/, '')}.jpg` : name
}

function saidOf(chosen: number, added: number): string {
  if (added === chosen) return added === 0 ? '' : `${added} 张照片已存在这台手机上`
  return `${chosen - added} 张没有存下：最多 ${mostPhotos} 张，每张不超过 10 MB，手机要有空间`
}

const mostPhotos = 4
const mostBytes = 10 * 1024 * 1024
