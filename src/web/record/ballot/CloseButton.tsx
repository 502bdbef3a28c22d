import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'

type Props = {
  readonly made: number
  /** At least so many were cast; not told below five. */
  readonly cast: number | undefined
  readonly isBusy: boolean
  readonly close: (handed: number) => Promise<boolean>
}

/** Ends the vote and counts it: how many slips were drawn is asked, who drew them is not known. */
export function CloseButton({ made, cast, isBusy, close }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [handed, setHanded] = useState<number | null>(null)
  const done = () => {
    setAsking(false)
  }
  const send = async () => {
    if (handed === null) return
    await close(handed)
    done()
  }
  return (
    <>
      <Button
        type="primary"
        onClick={() => {
          setHanded(made)
          setAsking(true)
        }}
      >
        截止并计票
      </Button>
      <Modal
        open={isAsking}
        title="截止并计票"
        okText="截止并计票"
        okButtonProps={{ disabled: handed === null || handed < (cast ?? 0) || handed > made }}
        confirmLoading={isBusy}
        onOk={() => void send()}
        onCancel={done}
      >
        <p>
          {cast === undefined ? '已收回不到 5 票' : `已收回至少 ${cast} 票`}
          。截止后没有投的票全部作废，不能重新开始。
        </p>
        <label className="ballot-handed" htmlFor="ballot-handed">
          发出的票（从票箱里抽走的张数）
          <InputNumber
            id="ballot-handed"
            min={0}
            max={made}
            precision={0}
            value={handed}
            suffix="张"
            onChange={setHanded}
          />
        </label>
        <p className="quiet">票箱里剩下几张，就从 {made} 张里减去几张。</p>
      </Modal>
    </>
  )
}
