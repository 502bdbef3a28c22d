import type { ReactNode } from 'react'
import { Go } from './parts/Go.tsx'
import { LargeLetters } from './parts/LargeLetters.tsx'
import { useCity } from './parts/use-city.ts'
import { useOnline } from './parts/use-online.ts'

type Props = {
  /** A vote keeps nothing on the device. */
  readonly isVote: boolean
  readonly children: ReactNode
}

/** What stands around every page. */
export function Frame({ isVote, children }: Props) {
  const { city } = useCity()
  const online = useOnline()
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="top">
        <div className="inner">
          <Go to="home" className="brand">
            {city?.name ?? ''}群众诉求
          </Go>
          {city?.demo === true && <span className="demo">演示数据</span>}
          <LargeLetters />
        </div>
      </header>
      <output className={online ? 'sr' : 'note'}>
        {!online &&
          (isVote
            ? '现在没有网络。可以先选好，连上网络后再投。'
            : '现在没有网络。您可以接着写，内容都留在这台设备上，有网了再提交。')}
      </output>
      <main id="main" className="inner" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="inner">
          <p>
            有危险、有人受伤，请马上打电话：
            <a href="tel:110">110 报警</a> <a href="tel:119">119 火警</a>{' '}
            <a href="tel:120">120 急救</a> <a href="tel:122">122 交通事故</a>
          </p>
          <p>
            <Go to="heads">每日存证</Go>
          </p>
        </div>
      </footer>
    </>
  )
}
