import { Page } from '../parts/Page.tsx'
import { ProblemNote } from '../parts/ProblemNote.tsx'
import { type Handed, wordsFor } from './handed.ts'
import { SayForm } from './SayForm.tsx'
import { useHanded } from './use-handed.ts'

type Saying = ReturnType<typeof useHanded>

/** Opened by a link on a poster or in a message: what it is about, and a word on it in one touch. */
export function Say() {
  const { handed, problem, reload, said, say } = useHanded()
  return (
    <Page title={handed?.title ?? '说说您的看法'}>
      {problem !== undefined && (
        <ProblemNote problem={problem} retry={problem.kind === 'gone' ? undefined : reload} />
      )}
      {handed === undefined && problem === undefined && (
        <div className="skeleton">
          <output className="sr">正在取…</output>
          <i />
          <i />
          <i />
        </div>
      )}
      {handed !== undefined && <Opened handed={handed} said={said} say={say} />}
    </Page>
  )
}

function Opened({ handed, said, say }: Pick<Saying, 'said' | 'say'> & { readonly handed: Handed }) {
  const words = wordsFor(handed)
  return (
    <>
      <About handed={handed} />
      {handed.offers.length === 0 && words.none !== '' && <p>{words.none}</p>}
      {handed.offers.map((offer) =>
        said.includes(offer.command) ? (
          <output key={offer.command} className="note good">
            谢谢，您在“{offer.label}”里说的{words.said}
          </output>
        ) : (
          <SayForm key={offer.command} offer={offer} say={say} />
        ),
      )}
      <p className="hint">{words.hint}</p>
    </>
  )
}

function About({ handed }: { readonly handed: Handed }) {
  return (
    <>
      <p className="number">
        {handed.kindLabel}
        {handed.demo && <span className="demo">演示数据</span>}
      </p>
      <p className="state">{handed.stateWords}</p>
      {handed.place !== '' && <p className="hint">{handed.place}</p>}
      <dl className="facts">
        {handed.fields.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
