import { useEffect, useRef, useState } from 'react'
import { loadPicture } from '../net/picture.ts'

type Props = { readonly photos: readonly string[]; readonly token: string }

/** The photos one sent oneself, fetched only when one comes to look at them. */
export function OwnPhotos({ photos, token }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [near, setNear] = useState(false)
  const some = photos.length > 0
  useEffect(() => {
    if (list.current === null) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true)
    })
    observer.observe(list.current)
    return () => {
      observer.disconnect()
    }
  }, [some])
  if (!some) return null
  return (
    <>
      <p className="hint">照片 {photos.length} 张</p>
      <ul className="own-photos" ref={list}>
        {photos.map((id, at) => (
          <li key={id}>{near && <Picture id={id} token={token} name={`照片 ${at + 1}`} />}</li>
        ))}
      </ul>
    </>
  )
}

type PictureProps = { readonly id: string; readonly token: string; readonly name: string }

function Picture({ id, token, name }: PictureProps) {
  const [shown, show] = useState<string>()
  useEffect(() => {
    let made = ''
    let wanted = true
    void loadPicture(id, token).then((blob) => {
      if (!wanted) return
      made = blob === undefined ? '' : URL.createObjectURL(blob)
      show(made)
    })
    return () => {
      wanted = false
      if (made !== '') URL.revokeObjectURL(made)
    }
  }, [id, token])
  if (shown === undefined) return <span className="sr">{name}，正在取</span>
  return shown === '' ? <small>没有取到</small> : <img src={shown} alt={name} />
}
