import { useEffect, useState } from 'react'
import { useWords } from '../../words.ts'
import { useOffers } from '../occupation-offers.ts'
import { Field, type FormProps } from './form-fields.tsx'

const SHOWN = 6

/** The occupation of the classification for what the job is called: offered from the title, or found by another name. */
export function OccupationField({ draft, set, checks, name }: FormProps & { name?: string | undefined }) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const offers = useOffers(search || draft.title)?.slice(0, SHOWN)
  const best = offers?.[0]
  // A title that is the name of one occupation needs no choosing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new best offer proposes itself, never over a choice that was made
  useEffect(() => {
    if (draft.occupation === '' && best?.how === 'exact') set({ occupation: best.code })
  }, [best?.code, best?.how])
  const kept = draft.occupation !== '' && !offers?.some(({ code }) => code === draft.occupation)
  return (
    <Field name="occupation" checks={checks} whole>
      <fieldset>
        <legend>{t('jobs.vacancy.occupation')}</legend>
        <div className="occupation-offers">
          {kept && (
            <Choice code={draft.occupation} words={`${name ?? ''} ${draft.occupation}`} draft={draft} set={set} />
          )}
          {offers?.map(({ code, name: called, alias, groups }) => (
            <Choice
              key={code}
              {...{ code, draft, set }}
              words={[called, code, alias && t('jobs.vacancy.occupation.alias', { alias }), groups.at(-1)]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
          {offers === undefined && !kept && <p className="soft">{t('jobs.vacancy.occupation.type')}</p>}
          {offers?.length === 0 && <p>{t('jobs.vacancy.occupation.none')}</p>}
        </div>
      </fieldset>
      <label className="labelled">
        <span>{t('jobs.vacancy.occupation.search')}</span>
        <input className="field" maxLength={60} value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
    </Field>
  )
}

function Choice({ code, words, draft, set }: Pick<FormProps, 'draft' | 'set'> & { code: string; words: string }) {
  return (
    <label>
      <input
        type="radio"
        name="occupation"
        checked={draft.occupation === code}
        onChange={() => set({ occupation: code })}
      />
      <span>{words}</span>
    </label>
  )
}
