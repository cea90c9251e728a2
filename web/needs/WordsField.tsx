type Props = { label: string; value: string; required?: boolean; most?: number; onType: (text: string) => void }

/** Some lines of words, with their label above. */
export function WordsField({ label, value, required = true, most = 400, onType }: Props) {
  return (
    <label className="labelled">
      <span>{label}</span>
      <textarea
        className="field"
        required={required}
        minLength={required ? 4 : undefined}
        maxLength={most}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}
