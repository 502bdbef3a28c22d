import { useState } from 'react'
import { useAppeal } from '../follow/use-appeal.ts'
import { WithAppeal } from '../follow/WithAppeal.tsx'
import { momentWords } from '../moment.ts'
import { type Appeal, type Contact, contactIn, type Look } from '../net/appeal.ts'
import type { Problem } from '../net/problem.ts'
import { send } from '../net/send.ts'
import { Go } from '../parts/Go.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { saveCopy } from './copy.ts'

/** What is kept of a person with their appeal, who looked at it, and what they can do about it. */
export function Mine() {
  return (
    <WithAppeal title="我的信息" back="appeal">
      {(appeal) => <Shown appeal={appeal} />}
    </WithAppeal>
  )
}

function Shown({ appeal }: { readonly appeal: Appeal }) {
  return (
    <>
      <h2>联系方式</h2>
      <OwnContact masked={appeal.contact} />
      {appeal.offers.has('correctContact') && (
        <Go to="appeal/contact" className="button wide">
          {appeal.contact === undefined ? '留下联系方式' : '更正联系方式'}
        </Go>
      )}
      {appeal.offers.has('withdrawContact') && (
        <Go to="appeal/no-contact" className="button wide">
          收回联系方式，以后不留名
        </Go>
      )}
      <h2>谁看过您的联系方式</h2>
      <Looks looked={appeal.looked} />
      <h2>带走和删除</h2>
      <Copy number={appeal.number} />
      {appeal.offers.has('eraseMine') ? (
        <Go to="appeal/erase" className="button wide">
          删除我的信息
        </Go>
      ) : (
        <p className="hint">
          {appeal.erased
            ? '您的信息已经删除。'
            : '还在办的时候不能删除内容；办结或撤回以后，可以在这里删除。联系方式随时可以收回。'}
        </p>
      )}
    </>
  )
}

function OwnContact({ masked }: { readonly masked: Contact | undefined }) {
  const { session } = useAppeal()
  const [clear, setClear] = useState<Contact>()
  const [problem, setProblem] = useState<Problem>()
  if (masked === undefined) return <p>没有留下联系方式。</p>
  const show = async () => {
    const token = session?.token ?? ''
    const reply = await send({ path: '/api/public/appeal/contact', token }, contactIn)
    if (reply.ok) setClear(reply.value)
    else setProblem(reply.problem)
  }
  const { name, phone } = clear ?? masked
  return (
    <>
      <p className="words">{[name, phone].filter((one) => one !== '').join(' ')}</p>
      {clear === undefined && (
        <p className="alone">
          <button type="button" className="button" onClick={() => void show()}>
            显示全部
          </button>
        </p>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  )
}

function Looks({ looked }: { readonly looked: readonly Look[] }) {
  if (looked.length === 0) return <p>没有人看过。</p>
  return (
    <ol className="timeline">
      {looked.map(({ at, unit, post, reason }) => (
        <li key={`${at} ${unit} ${reason}`}>
          <time dateTime={at}>{momentWords(at)}</time>
          <span>
            {unit} {post}：{reason}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Copy({ number }: { readonly number: string }) {
  const { session } = useAppeal()
  const [problem, setProblem] = useState<Problem>()
  const save = async () => {
    setProblem(await saveCopy(number, session?.token ?? ''))
  }
  return (
    <>
      <button type="button" className="button wide" onClick={() => void save()}>
        下载一份我的信息
      </button>
      {problem !== undefined && <ProblemNote problem={problem} retry={() => void save()} />}
    </>
  )
}
