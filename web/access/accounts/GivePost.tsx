import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask, client } from '../../api.ts'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { CITY } from '../../view.ts'
import { useWords, type WordKey } from '../../words.ts'

const ROLES = ['village', 'town', 'county', 'city', 'system', 'security', 'audit'] as const
type Role = (typeof ROLES)[number]
/** What has to be chosen, one within the other, until the role's own level is reached. */
const STEPS = { village: ['county', 'town', 'village'], town: ['county', 'town'], county: ['county'] } as const
const stepsOf = (role: Role): readonly ('county' | 'town' | 'village')[] => (role in STEPS ? STEPS[role as 'town'] : [])

type Place = { code: number; name: string }

/** Give a post: role, place, title. A role has the place of its own level; administrators have none. */
export function GivePost({ officer }: { officer: number }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [role, setRole] = useState<Role>('village')
  const [chosen, setChosen] = useState<Place[]>([])
  const [title, setTitle] = useState('')
  const steps = stepsOf(role)
  const area = role === 'city' ? CITY : steps.length > 0 ? (chosen[steps.length - 1]?.code ?? null) : null
  const whole = chosen.length === steps.length
  const giving = useMutation({
    mutationFn: () => client.givePost({ params: { id: officer }, body: { role, area, title: title.trim() } }),
    onSuccess: () => {
      setTitle('')
      void queries.invalidateQueries({ queryKey: ['listOfficers'] })
    },
  })
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault()
        giving.mutate()
      }}
    >
      <h3>{t('access.posts.give')}</h3>
      <label className="labelled">
        <span>{t('access.posts.role')}</span>
        <select
          className="field"
          value={role}
          onChange={(event) => {
            setRole(event.target.value as Role)
            setChosen([])
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`access.role.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {steps.slice(0, chosen.length + 1).map((step, at) => (
        <PlaceStep
          key={step}
          label={`access.posts.${step}`}
          within={chosen[at - 1]?.code ?? CITY}
          value={chosen[at]?.code}
          onChoose={(place) => setChosen([...chosen.slice(0, at), ...(place ? [place] : [])])}
        />
      ))}
      <Labelled name="off" label={t('access.posts.title')} value={title} onType={setTitle} />
      {giving.isError && <Problem error={giving.error} />}
      <Button type="primary" htmlType="submit" loading={giving.isPending} disabled={!whole || title.trim().length < 2}>
        {t('access.posts.give')}
      </Button>
    </form>
  )
}

function PlaceStep(props: {
  label: Extract<WordKey, `access.posts.${string}`> & `access.posts.${'county' | 'town' | 'village'}`
  within: number
  value: number | undefined
  onChoose: (place: Place | undefined) => void
}) {
  const { t } = useWords()
  const { data } = useQuery(ask.listPostPlaces({ query: { in: props.within } }))
  return (
    <label className="labelled">
      <span>{t(props.label)}</span>
      <select
        className="field"
        required
        value={props.value ?? ''}
        onChange={(event) => props.onChoose(data?.places.find(({ code }) => code === Number(event.target.value)))}
      >
        <option value="">{t('access.posts.choose')}</option>
        {data?.places.map((place) => (
          <option key={place.code} value={place.code}>
            {place.name}
          </option>
        ))}
      </select>
    </label>
  )
}
