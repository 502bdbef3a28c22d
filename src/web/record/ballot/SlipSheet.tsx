import { App, Button, Modal, QRCode } from 'antd'
import type { Slips } from './use-ballot.ts'

type Props = { readonly slips: Slips; readonly forget: () => void }

/** The slips to print, cut apart, mix and draw. Closed, they are gone. */
export function SlipSheet({ slips, forget }: Props) {
  const { modal } = App.useApp()
  const close = () => {
    modal.confirm({
      title: '票打印好了吗？',
      content: '关上以后票号再也看不到；没有人投票以前可以重新制票。',
      okText: '已经打印好，关上',
      cancelText: '回去打印',
      onOk: forget,
    })
  }
  const address = `${location.origin}/r?page=vote`
  return (
    <Modal
      open
      width={860}
      title={`测评票（${slips.codes.length} 张），只显示这一次`}
      mask={{ closable: false }}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          关上
        </Button>,
        <Button key="print" type="primary" onClick={() => window.print()}>
          打印
        </Button>,
      ]}
    >
      <p className="quiet no-print">
        打印后沿虚线裁开，折好、打乱放进票箱，由参加测评的人自己抽。不要登记谁抽了哪张，只数发出几张。
      </p>
      <div className="vote-slips">
        {slips.codes.map((code) => (
          <section key={code} className="vote-slip">
            <QRCode value={`${address}#${code}`} type="svg" size={112} bordered={false} />
            <div>
              <h3>{slips.label}票</h3>
              <p>{slips.title}</p>
              <p>手机扫码投票；或打开 {address} 输入票号：</p>
              <p className="vote-code">{code}</p>
              <p>不记名，一张票只能投一次，投出后不能改。</p>
            </div>
          </section>
        ))}
      </div>
    </Modal>
  )
}
