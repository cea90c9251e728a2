import { PlaceChoice } from '../../../people/employment/PlaceChoice.tsx'
import { useWords } from '../../../words.ts'
import { TextIn, wholeOf } from '../fields.tsx'

export const BLANK_CORRIDOR = {
  ...{ name: '', receiving: 0, receiver: '', from: '', to: '', people: '', lifted: '', document: '' },
}
export type CorridorDraft = typeof BLANK_CORRIDOR

/** What is typed of an agreement, as it is sent; what the document does not state is left out. */
export const corridorOf = (draft: CorridorDraft) => ({
  ...{ name: draft.name, receiving: draft.receiving, receiver: draft.receiver, document: draft.document },
  ...{ yearFrom: wholeOf(draft.from), ...(draft.to && { yearTo: wholeOf(draft.to) }) },
  ...(draft.people && { taskPeople: wholeOf(draft.people) }),
  ...(draft.lifted && { taskLifted: wholeOf(draft.lifted) }),
})

type Props = { draft: CorridorDraft; onType: (change: Partial<CorridorDraft>) => void }
const YEAR = { type: 'number', min: 1996, max: 2100 } as const

/** What a document says of an agreement; the same when it is entered and when it is corrected. */
export function CorridorFields({ draft, onType: set }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextIn label={t('corridor.form.name')} value={draft.name} required onType={(name) => set({ name })} />
      <PlaceChoice value={draft.receiving || undefined} onChoose={(receiving) => set({ receiving })} />
      <TextIn
        label={t('corridor.form.receiver')}
        value={draft.receiver}
        required
        onType={(receiver) => set({ receiver })}
      />
      <TextIn
        label={t('corridor.form.document')}
        value={draft.document}
        required
        most={120}
        onType={(document) => set({ document })}
      />
      <TextIn label={t('corridor.form.from')} value={draft.from} required {...YEAR} onType={(from) => set({ from })} />
      <TextIn label={t('corridor.form.to')} value={draft.to} {...YEAR} onType={(to) => set({ to })} />
      <TextIn
        label={t('corridor.form.people')}
        value={draft.people}
        type="number"
        min={1}
        onType={(people) => set({ people })}
      />
      <TextIn
        label={t('corridor.form.lifted')}
        value={draft.lifted}
        type="number"
        min={1}
        onType={(lifted) => set({ lifted })}
      />
    </>
  )
}
