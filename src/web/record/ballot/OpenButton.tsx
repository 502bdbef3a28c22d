import { App, Button } from 'antd'

type Props = {
  readonly made: number | undefined
  readonly slips: number | undefined
  readonly isAllowed: boolean
  readonly isBusy: boolean
  readonly open: () => Promise<boolean>
}

/** Makes slips, or makes them anew while nobody has voted. */
export function OpenButton({ made, slips, isAllowed, isBusy, open }: Props) {
  const { modal } = App.useApp()
  if (!isAllowed) return null
  const isAgain = made !== undefined
  const ask = () => {
    modal.confirm({
      title: isAgain ? '重新制票？' : `制 ${slips ?? 0} 张票？`,
      content: isAgain
        ? '原来的票全部作废，已经发出去的也不能再用。'
        : '票号只显示这一次，请准备好打印机，最好两个人在场。',
      okText: isAgain ? '重新制票' : '制票',
      onOk: async () => {
        await open()
      },
    })
  }
  return (
    <Button
      type={isAgain ? 'default' : 'primary'}
      disabled={slips === undefined}
      loading={isBusy}
      onClick={ask}
    >
      {isAgain ? '重新制票' : '制票并打印'}
    </Button>
  )
}
