import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '../api/ids.ts'
import { CommandForm } from '../forms/CommandForm.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { BulkProgress } from './BulkProgress.tsx'
import { type BulkOffer, bulkRuns, mostAtOnce, useBulkOffers, useBulkRun } from './use-bulk.ts'

/** What can be done with the records chosen, together; and how far it is. */
export function BulkWork({
  list,
  chosen,
  choose,
}: {
  readonly list: string
  readonly chosen: readonly string[]
  readonly choose: (ids: readonly string[]) => void
}) {
  const run = useBulkRun(list)
  const { data, error, isFetching } = useBulkOffers(chosen)
  const [open, setOpen] = useState<BulkOffer>()
  if (run !== undefined) return <BulkProgress list={list} run={run} choose={choose} />
  if (chosen.length === 0) return null
  return (
    <div className="bulk-line no-print" role="status">
      <b>已选 {chosen.length} 件</b>
      {chosen.length > mostAtOnce ? <span>一次最多办 {mostAtOnce} 件</span> : null}
      {error === null ? null : <ErrorBox error={error} />}
      {data === undefined ? null : (
        <OfferButtons offers={data} chosen={chosen.length} open={setOpen} />
      )}
      {isFetching && data === undefined ? <span className="quiet">正在看可以怎么办</span> : null}
      {data?.length === 0 ? <span className="quiet">所选事项没有您可以一起办的操作</span> : null}
      <Button size="small" type="link" onClick={() => choose([])}>
        取消选择
      </Button>
      {open === undefined ? null : (
        <BulkForm
          offer={open}
          chosen={chosen.length}
          close={() => setOpen(undefined)}
          begin={(values) => {
            setOpen(undefined)
            const { command, label, targets } = open
            void bulkRuns.start(list, { command, label, targets, data: values, ask: newId() })
          }}
        />
      )}
    </div>
  )
}

/** What can be asked of all stands open; what only some can be asked stands behind a button. */
function OfferButtons({
  offers,
  chosen,
  open,
}: {
  readonly offers: readonly BulkOffer[]
  readonly chosen: number
  readonly open: (offer: BulkOffer) => void
}) {
  const common = offers.filter(({ targets }) => targets.length === chosen)
  const partial = offers.filter(({ targets }) => targets.length < chosen)
  return (
    <>
      {common.map((offer) => (
        <Button key={keyOf(offer)} size="small" danger={offer.grave} onClick={() => open(offer)}>
          {offer.label}
        </Button>
      ))}
      {partial.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: partial.map((offer) => ({
              key: keyOf(offer),
              danger: offer.grave,
              label: `${offer.label}（${offer.targets.length} 件）`,
            })),
            onClick: ({ key }) => {
              const offer = partial.find((one) => keyOf(one) === key)
              if (offer !== undefined) open(offer)
            },
          }}
        >
          <Button size="small">
            部分可办 <DownOutlined />
          </Button>
        </Dropdown>
      )}
    </>
  )
}

function keyOf({ targets: [first], command }: BulkOffer): string {
  return `${first?.kind ?? ''}/${first?.party?.role ?? ''}/${command}`
}

/** What is typed once for all, and how many it will be. */
function BulkForm({
  offer,
  chosen,
  close,
  begin,
}: {
  readonly offer: BulkOffer
  readonly chosen: number
  readonly close: () => void
  readonly begin: (values: Readonly<Record<string, unknown>>) => void
}) {
  const { targets, label, grave, input, command } = offer
  const n = targets.length
  return (
    <Modal open title={`${label}：${n} 件`} footer={null} onCancel={close} destroyOnHidden>
      <CommandForm
        fields={input}
        draftKey={`bulk/${targets[0]?.kind ?? ''}/${command}`}
        grave={grave}
        submitLabel={`${label} ${n} 件`}
        onCancel={close}
        submit={(values) => {
          begin(values)
          return Promise.resolve()
        }}
        before={() => (
          <div className={grave ? 'note-box' : 'quiet'}>
            {n === chosen ? `对所选的 ${n} 件` : `所选 ${chosen} 件中，对可以办的 ${n} 件`}“{label}”
            {grave ? '，这一步不能撤销' : ''}。逐件办理，没有办成的会列出原因。
          </div>
        )}
      />
    </Modal>
  )
}
