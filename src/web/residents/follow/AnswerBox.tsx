/** What the unit answered; nothing until it has. */
export function AnswerBox({ answer }: { readonly answer: string }) {
  if (answer === '') return null
  return (
    <section className="answer" aria-label="答复">
      <h2>答复</h2>
      <p className="words">{answer}</p>
    </section>
  )
}
