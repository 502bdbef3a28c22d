import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useGo } from '../api/use-address.ts'
import { useKeys } from '../keys/use-keys.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { useFound, type Hit } from './use-found.ts'

/** One box for everything: records, places, units, and what can be done. */
export function Search() {
  const [open, setOpen] = useState(false)
  useKeys({ 'ctrl+k': () => setOpen(true) })
  return (
    <div className="frame-search">
      <button type="button" className="search-button" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden="true" />
        <span className="search-words">查找编号、内容、地点、单位</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        width={640}
        style={{ top: 64 }}
        destroyOnHidden
        title={<span className="sr-only">查找</span>}
      >
        <SearchBox close={() => setOpen(false)} />
      </Modal>
    </div>
  )
}

function SearchBox({ close }: { readonly close: () => void }) {
  const go = useGo()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { hits, isLoading, error, words } = useFound(typed)
  const chosen = Math.min(at, hits.length - 1)
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return
    close()
    go(hit.to)
  }
  return (
    <>
      <Input
        size="large"
        autoFocus
        value={typed}
        placeholder="编号、内容、地点、单位、操作"
        aria-label="查找"
        aria-controls="search-hits"
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, chosen + 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1))
          else if (event.key === 'Enter') open(hits[chosen])
          else return
          event.preventDefault()
        }}
      />
      {error === null ? null : <ErrorBox error={error} />}
      <ul id="search-hits" className="hits" aria-label="查找结果">
        {hits.map((hit, index) => (
          <li key={hit.key}>
            <button
              type="button"
              className={index === chosen ? 'hit on' : 'hit'}
              aria-current={index === chosen}
              onClick={() => open(hit)}
              onMouseEnter={() => setAt(index)}
            >
              <span className="tag">{hit.sort}</span>
              <span className="cut hit-label">{hit.label}</span>
              <span className="quiet small cut">{hit.more}</span>
            </button>
          </li>
        ))}
      </ul>
      {isLoading ? <Waiting rows={3} /> : null}
      {!isLoading && error === null && words !== '' && hits.length === 0 ? (
        <p className="quiet hits">没有找到“{words}”，可以换个词，或输入完整编号</p>
      ) : null}
    </>
  )
}
