import { useState } from 'react'
import { findSent } from '../ask/sent.ts'
import type { Problem } from '../net/problem.ts'
import { BackLink } from '../parts/BackLink.tsx'
import { ErrorSummary } from '../parts/ErrorSummary.tsx'
import { Page } from '../parts/Page.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { useProblems } from '../parts/use-problems.ts'
import { go } from '../route.ts'
import { CodeForm } from './CodeForm.tsx'
import { KeptList } from './KeptList.tsx'
import { type KeptCode, keepCodes, keptCodes, withCode, withoutCode } from './kept-codes.ts'
import { openAppeal } from './use-appeal.ts'

/** The way to one's own appeal: its number and its code. */
export function Follow() {
  const [just] = useState(findSent)
  const [codes, setCodes] = useState(keptCodes)
  const { tried, problems, check } = useProblems()
  const { opening, problem, open } = useOpening()
  const save = (next: readonly KeptCode[]) => {
    keepCodes(next)
    setCodes(next)
  }
  const submit = async ({ number, code }: KeptCode, remember: boolean) => {
    if (!check(missing(number, code))) return
    if ((await open(number, code)) && remember) save(withCode(codes, { number, code }))
  }
  return (
    <>
      <BackLink to="home" />
      <Page title="查进度、评价">
        <ErrorSummary tried={tried} problems={problems} />
        {problem !== undefined && <ProblemNote problem={problem} focus />}
        <KeptList
          codes={codes}
          onOpen={(one) => void open(one.number, one.code)}
          onForget={(one) => {
            save(withoutCode(codes, one.number))
          }}
        />
        <CodeForm first={just} problems={problems} opening={opening} onOpen={submit} />
        <p className="hint">
          查询码丢了，这里就查不到了，事情照样在办；留了电话的，承办的人会联系您。
        </p>
      </Page>
    </>
  )
}

function useOpening() {
  const [opening, setOpening] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const open = async (number: string, code: string): Promise<boolean> => {
    setOpening(true)
    setProblem(undefined)
    const bad = await openAppeal(number, code)
    setOpening(false)
    if (bad === undefined) go('appeal')
    else setProblem(bad.kind === 'gone' ? { ...bad, instead: bad.instead || checkAgain } : bad)
    return bad === undefined
  }
  return { opening, problem, open }
}

const checkAgain = '数字 0 和字母 O、数字 1 和字母 I 容易看错，我们会自动认。请再核对一遍。'

function missing(number: string, code: string) {
  return {
    ...(number === '' ? { number: '请填编号' } : {}),
    ...(code === '' ? { code: '请填查询码' } : {}),
  }
}
