import { Modal } from 'antd'

const keys = [
  ['j / k', '下一件 / 上一件'],
  ['Enter', '打开整页'],
  ['s', '直接办好不用填写的一步（如签收）'],
  ['d', '打开这一步要填的表（如派单、答复）'],
  ['x', '选中或取消选中，用于批量办理'],
  ['Ctrl+K / ⌘K', '查找事项、地点、单位和操作'],
  ['Esc', '关闭当前窗口'],
  ['?', '显示这张表'],
] as const

export function KeyHelp({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  return (
    <Modal open={open} onCancel={close} footer={null} title="键盘操作" width={480}>
      <dl className="key-help">
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
