type Props = { name: string; label: string; value: string; type?: string; onType: (value: string) => void }

/** A text field with its label above; `name` is also what the browser may fill in. */
export function Labelled({ name, label, value, type = 'text', onType }: Props) {
  return (
    <label className="labelled">
      <span>{label}</span>
      <input
        className="field"
        name={name}
        type={type}
        autoComplete={name}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}
