type Props = {
  label: string
  hint?: string
  value: string
  required?: boolean
  most: number
  onType: (text: string) => void
}

/** A line of text about somebody; the browser keeps none of it to offer it for somebody else. */
export function TextField({ label, hint, value, required = false, most, onType }: Props) {
  return (
    <label className="labelled">
      <span>
        {label} {hint && <small className="soft">{hint}</small>}
      </span>
      <input
        className="field"
        autoComplete="off"
        spellCheck={false}
        required={required}
        maxLength={most}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}
