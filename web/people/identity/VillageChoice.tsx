import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { useWords } from '../../words.ts'

type Props = { from: number; value: number | undefined; onChoose: (village: number | undefined) => void }

/** Down from an area to one of its villages, a choice for each level. */
export function VillageChoice({ from, value, onChoose }: Props) {
  const { t } = useWords()
  return (
    <fieldset className="village-choice">
      <legend>{t('identity.village')}</legend>
      <Level area={from} value={value} onChoose={onChoose} />
    </fieldset>
  )
}

const STEPS = [1_000_000, 1000, 1]

function Level({ area, value, onChoose }: { area: number } & Omit<Props, 'from'>) {
  const { t } = useWords()
  const { data } = useQuery(ask.getArea({ params: { code: area }, query: {} }))
  if (!data) return null
  if (data.children.length === 0) return <span>{data.area.name}</span>
  const chosen = data.children.find(({ code }) => value !== undefined && holds(code, value))?.code
  return (
    <>
      <select
        className="field"
        required
        aria-label={data.area.name}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value ? Number(event.target.value) : undefined)}
      >
        <option value="">{t('filter.choose')}</option>
        {data.children.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {chosen !== undefined && chosen % 1000 === 0 && <Level area={chosen} value={value} onChoose={onChoose} />}
    </>
  )
}

/** Whether a code lies in an area, by the closing noughts of the area's. */
function holds(area: number, code: number): boolean {
  const step = STEPS.find((each) => area % each === 0) ?? 1
  return Math.floor(code / step) === Math.floor(area / step)
}
