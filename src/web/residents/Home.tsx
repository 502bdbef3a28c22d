import { hasWords } from './ask/draft.ts'
import { DropDraft } from './ask/DropDraft.tsx'
import { useDraft } from './ask/use-draft.ts'
import { Go } from './parts/Go.tsx'
import { Page } from './parts/Page.tsx'

/** Two things one can do here, and what happens then. */
export function Home() {
  const draft = useDraft()
  const begun = hasWords(draft)
  return (
    <Page title="您有什么事？">
      {begun && (
        <div className="note">
          <p>上次您写了一半，还留在这台设备上，没有提交。</p>
          <DropDraft />
        </div>
      )}
      <nav aria-label="主要选择" className="choose">
        <Go to="ask/what" className="big main">
          <strong>{begun ? '接着写，我要反映' : '我要反映'}</strong>
          <span>三步写好，不用注册，不用登录</span>
        </Go>
        <Go to="follow" className="big">
          <strong>查进度、评价</strong>
          <span>用编号和查询码</span>
        </Go>
      </nav>
      <h2>提交以后会怎样</h2>
      <ol className="plain-list">
        <li>马上给您一个编号和查询码，凭它随时查看办到哪一步。</li>
        <li>受理的人按职责清单，把事情派给该办的单位，并定下期限。</li>
        <li>办完给您答复。解决没解决，由您来评。没解决的接着办。</li>
      </ol>
      <h2>谁看得到</h2>
      <p>
        事情的内容，经办的人看得到。您的姓名和电话可以不留；留了，也只有受理、承办、回访的人能看，每看一次都有记录；您还可以要求对承办单位保密。
      </p>
      <p className="hint">
        正在发生的危险请打
        110、119、120，不要在这里等。已在法院、信访、仲裁等程序中的事，我们会告诉您该找哪里。
      </p>
    </Page>
  )
}
