import type { ReactNode } from 'react'
import { Go } from '../parts/Go.tsx'
import type { PageName } from '../page-address.ts'
import { plainPhone } from '../phone.ts'
import type { Draft } from './draft.ts'

/** All answers, each with the way to change it. */
export function Answers({ draft }: { readonly draft: Draft }) {
  const { detail, photos, area, spot, unit, phone, name, keepSecret } = draft
  const contact = [name.trim(), plainPhone(phone)].filter((text) => text !== '').join('，')
  return (
    <dl className="answers">
      <Answer label="事情的经过" page="ask/what">
        {detail.trim() || '还没有写'}
      </Answer>
      <Answer label="照片" page="ask/what">
        {photos.length === 0 ? '没有' : `${photos.length} 张`}
      </Answer>
      <Answer label="地点" page="ask/where">
        {area?.path ?? '还没有选'}
      </Answer>
      <Answer label="具体位置" page="ask/where">
        {spot.trim() || '没有写'}
      </Answer>
      <Answer label="反映的单位" page="ask/where">
        {unit?.name ?? '没有选'}
      </Answer>
      <Answer label="联系方式" page="ask/contact">
        {contact || '不留'}
        {contact !== '' && keepSecret && '（对承办单位保密）'}
      </Answer>
    </dl>
  )
}

type Props = { readonly label: string; readonly page: PageName; readonly children: ReactNode }

function Answer({ label, page, children }: Props) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd className="change">
        <Go to={page} next="ask/check">
          更改<span className="sr">{label}</span>
        </Go>
      </dd>
    </div>
  )
}
