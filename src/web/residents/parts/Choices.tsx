type Choice = { readonly value: string; readonly label: string }

type Props = {
  readonly id: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of a few, each as large as a thumb. */
export function Choices({ id, legend, hint, error, choices, value, onChange }: Props) {
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field wrong'}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend>{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          <span className="sr">错误：</span>
          {error}
        </p>
      )}
      <div className="choices">
        {choices.map((choice, at) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              // The summary leads to the first of them.
              id={at === 0 ? id : `${id}-${choice.value}`}
              name={id}
              checked={value === choice.value}
              onChange={() => {
                onChange(choice.value)
              }}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
