import { maskNumbers } from '../../../kernel/personal-numbers.ts'
import { datedWords } from '../moment.ts'
import { slipText, type SlipFacts } from './slip-text.ts'
import { useCity } from './use-city.ts'

/** One page to take home: shown, printed alone, or kept as a file. */
export function Slip({ facts }: { readonly facts: SlipFacts }) {
  const { city } = useCity()
  const { number, code, at, place, spot, detail, due } = facts
  const demo = city?.demo === true
  const rows: readonly (readonly [string, string])[] = [
    ['编号', number],
    ['查询码', code],
    ['提交时间', datedWords(at)],
    ['地点', [place, spot].filter((text) => text !== '').join(' ')],
    ['内容', maskNumbers(detail)],
    ['期限', due],
  ]
  const shown = rows.filter(([, value]) => value !== '')
  const head = `${city?.name ?? ''}群众诉求回执${demo ? '（演示数据）' : ''}`
  const address = `${location.origin}/r`
  return (
    <>
      <section className="slip" aria-label="回执">
        <h2>{head}</h2>
        <dl>
          {shown.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          查进度、补充、撤回、评价：打开 {address}
          ，填编号和查询码。查询码请不要给别人看。
        </p>
      </section>
      <p className="row no-print">
        <button
          type="button"
          className="button"
          onClick={() => {
            print()
          }}
        >
          打印回执
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            saveText(`诉求回执-${number}.txt`, slipText(head, shown, address))
          }}
        >
          存成文件
        </button>
      </p>
    </>
  )
}

function saveText(name: string, text: string): void {
  // The mark at the start tells old Windows that this is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 10_000)
}
