import { type ChangeEvent, useEffect } from 'react'
import { limits } from './checks.ts'
import { type PhotoList, type Sending, useUploads } from './use-uploads.ts'

type Props = PhotoList & {
  readonly error?: string | undefined
  /** Told how many are on their way. */
  readonly onUploading: (count: number) => void
}

/** Photos if they like; never needed. */
export function Photos({ photos, change, error, onUploading }: Props) {
  const { sending, add, retry, remove, said } = useUploads({ photos, change })
  const underWay = sending.filter(({ problem }) => problem === '').length
  useEffect(() => {
    onUploading(underWay)
  }, [underWay, onUploading])
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    add(Array.from(event.target.files ?? []))
    // The same photo may be chosen again after it was removed.
    event.target.value = ''
  }
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <p className="label">照片（可以不传）</p>
      <p className="hint" id="photos-hint">
        最多 {limits.photos} 张，每张不超过 10 MB。照片里的拍摄地点会自动去掉。请不要拍到别人的脸。
      </p>
      {error !== undefined && (
        <p className="error" id="photos-error">
          {error}
        </p>
      )}
      <input
        id="photos"
        type="file"
        className="sr"
        accept="image/*"
        multiple
        aria-describedby={error === undefined ? 'photos-hint' : 'photos-hint photos-error'}
        onChange={choose}
      />
      <label htmlFor="photos" className="button">
        选照片
      </label>
      <ul className="photos">
        {photos.map(({ id, name, thumb }, at) => (
          <li key={id}>
            {thumb !== '' && <img src={thumb} alt="" width="64" height="64" />}
            <span className="grow">{name}</span>
            <button
              type="button"
              className="button"
              onClick={() => {
                change((all) => all.filter((one) => one.id !== id))
              }}
            >
              移除<span className="sr">第 {at + 1} 张</span>
            </button>
          </li>
        ))}
        {sending.map((one) => (
          <SendingRow key={one.key} sending={one} retry={retry} remove={remove} />
        ))}
      </ul>
      <output className="hint">{said}</output>
    </div>
  )
}

type RowProps = {
  readonly sending: Sending
  readonly retry: (key: number) => void
  readonly remove: (key: number) => void
}

function SendingRow({ sending: { key, file, share, problem, final }, retry, remove }: RowProps) {
  return (
    <li>
      <span className="grow">
        <span>{file.name}</span>
        {problem === '' ? (
          <progress value={share} max={1} aria-label={`上传 ${file.name}`} />
        ) : (
          <span className="error">{problem}</span>
        )}
      </span>
      {problem !== '' && !final && (
        <button
          type="button"
          className="button"
          onClick={() => {
            retry(key)
          }}
        >
          重传
        </button>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          remove(key)
        }}
      >
        移除<span className="sr"> {file.name}</span>
      </button>
    </li>
  )
}
