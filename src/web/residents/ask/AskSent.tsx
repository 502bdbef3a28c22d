import { useState } from 'react'
import { keepCodes, keptCodes, withCode, withoutCode } from '../follow/kept-codes.ts'
import { CopyButton } from '../parts/CopyButton.tsx'
import { Go } from '../parts/Go.tsx'
import { Page } from '../parts/Page.tsx'
import { Slip } from '../parts/Slip.tsx'
import { Tick } from '../parts/Tick.tsx'
import { findSent, type Sent } from './sent.ts'

/** The number and the code, and when to expect what. */
export function AskSent() {
  const [sent] = useState(findSent)
  return sent === undefined ? <NothingSent /> : <Taken sent={sent} />
}

function NothingSent() {
  return (
    <Page title="这里没有刚提交的诉求">
      <p>提交过的，可以用编号和查询码查看。</p>
      <p className="row">
        <Go to="follow" className="button main">
          查进度
        </Go>
        <Go to="home" className="button">
          回首页
        </Go>
      </p>
    </Page>
  )
}

function Taken({ sent }: { readonly sent: Sent }) {
  const { number, code, due, desk } = sent
  return (
    <Page title="已收到">
      <Codes sent={sent} />
      <h2>接下来</h2>
      <ol className="plain-list">
        {desk !== '' && <li>由{desk}受理，派给该办的单位。</li>}
        {due !== '' && <li>{due}</li>}
        <li>承办单位办完会答复，请您回来看看，评一评解决了没有。</li>
      </ol>
      {sent.changedSince && (
        <p className="note">
          第一次提交没有回音，之后您改过内容。请点“看进度”核对收到的是不是最新的；不是的话，可以“更正我写的内容”。
        </p>
      )}
      <Slip
        facts={{
          number,
          code,
          at: sent.at,
          place: sent.place,
          spot: sent.spot,
          detail: sent.detail,
          due,
        }}
      />
      <p className="row">
        <Go to="follow" className="button main">
          看进度
        </Go>
        <Go to="home" className="button">
          回首页
        </Go>
      </p>
    </Page>
  )
}

function Codes({ sent }: { readonly sent: Sent }) {
  const { number, code } = sent
  const [kept, setKept] = useState(() => keptCodes().some((one) => one.number === number))
  const remember = (on: boolean) => {
    keepCodes(on ? withCode(keptCodes(), sent) : withoutCode(keptCodes(), number))
    setKept(on)
  }
  return (
    <>
      <div className="codes">
        <p>
          编号
          <strong>{number}</strong>
        </p>
        <p>
          查询码
          <strong>{code}</strong>
        </p>
      </div>
      <p>请记下这两样。查询码只有您有，请不要告诉别人；有了它才能看进度、补充和评价。</p>
      <p className="row">
        <CopyButton text={`编号 ${number}，查询码 ${code}`} label="复制编号和查询码" />
      </p>
      <Tick
        id="remember"
        label="在这台设备上记住"
        hint="别人也用这台设备的，请不要勾。"
        checked={kept}
        onChange={remember}
      />
    </>
  )
}
