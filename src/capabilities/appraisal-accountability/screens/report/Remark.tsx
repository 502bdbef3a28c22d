import { Button } from 'antd'
import { useState } from 'react'
import type { RecordView } from '../../../../web/api/record-view.ts'
import { OfferForm } from '../../../../web/record/OfferForm.tsx'
import { textOf } from './desk.ts'

/** 逐项点评、考核: what was said to this section, and for who may say it the form, right under it. */
export function Remark({ section }: { readonly section: RecordView }) {
  const [isOpen, setOpen] = useState(false)
  const remark = textOf(section, 'remark')
  const mark = textOf(section, 'mark')
  const offer = section.offers.find(({ command }) => command === 'remark')
  if (remark === undefined && offer === undefined) return null
  return (
    <div className="report-remark">
      {remark === undefined ? null : (
        <p className="prose">
          <b>逐项点评：</b>
          {remark}
          {mark === undefined ? null : <span className="quiet">（考核：{mark}）</span>}
        </p>
      )}
      {offer === undefined ? null : isOpen ? (
        <OfferForm
          view={section}
          offer={offer}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Button className="no-print" onClick={() => setOpen(true)}>
          {offer.label}
        </Button>
      )}
    </div>
  )
}
