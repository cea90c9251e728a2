import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { relation } from '#domain/people/codes.ts'
import { ask } from '../../api.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useSettled } from '../../ui/settled.ts'
import { useWords } from '../../words.ts'
import { CodeChoice } from '../employment/CodeChoice.tsx'

type Household = Reply<Api['findHouseholds']>['households'][number]
export type Home = { household: number | undefined; relation: string }
export const noHome: Home = { household: undefined, relation: '' }
/** As it is sent; nothing where none was chosen. */
export const chosenHome = ({ household, relation: is }: Home) =>
  household === undefined ? {} : { household, relation: is }
type Props = {
  village: number
  value: Home
  onChoose: (home: Home) => void
  /** Not among those to choose: the household one is in. */
  except?: number | undefined
  /** None may be chosen as well. */
  optional?: boolean
}
/** Relations a member can have beside the head's own. */
const { head: _, ...relations } = relation

/** A household of a village, found by a name or its code, and what somebody is in it. */
export function HouseholdChoice({ village, value, onChoose, except, optional = false }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const [asked] = useState(value.household)
  const body = { area: village, ...(text && { text }), ...(asked !== undefined && { household: asked }) }
  const found = useQuery({ ...ask.findHouseholds({ body }), placeholderData: keepPreviousData })
  const households = (found.data?.households ?? []).filter(({ id }) => id !== except)
  const choose = (household: number | undefined) => onChoose({ ...value, household })
  return (
    <fieldset className="household-choice" aria-busy={found.isPending}>
      <legend>{t('household.choose')}</legend>
      <input
        type="search"
        className="field"
        autoComplete="off"
        aria-label={t('household.search')}
        placeholder={t('household.search')}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.isError && <Problem error={found.error} />}
      <div className="household-list">
        {optional && <HouseholdRadio chosen={value.household === undefined} onChoose={() => choose(undefined)} />}
        {households.map((household) => (
          <HouseholdRadio
            key={household.id}
            household={household}
            chosen={value.household === household.id}
            onChoose={() => choose(household.id)}
          />
        ))}
      </div>
      {found.data && households.length === 0 && <p className="soft">{t('household.none')}</p>}
      {found.data?.more && <p className="soft">{t('household.more')}</p>}
      {value.household !== undefined && (
        <CodeChoice
          label={t('act.relation')}
          codes={relations}
          value={value.relation}
          onChoose={(code) => onChoose({ ...value, relation: code })}
        />
      )}
    </fieldset>
  )
}

const others = ({ head, members }: Household, and: string) => members.slice(head === null ? 0 : 1).join(and)

type RadioProps = { household?: Household; chosen: boolean; onChoose: () => void }
/** Without a household: none for now. */
function HouseholdRadio({ household, chosen, onChoose }: RadioProps) {
  const { t } = useWords()
  return (
    <label className="household-option">
      <input type="radio" name="household" required checked={chosen} onChange={onChoose} />
      {household ? (
        <span>
          <b>{household.head ?? t('household.noHead')}</b>{' '}
          <span className="soft">
            {[
              household.code,
              t('household.members', { n: household.members.length }),
              others(household, t('household.and')),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ) : (
        t('household.later')
      )}
    </label>
  )
}
