import { useState } from 'react'
import { KnownAtChoice } from '../../ui/page/KnownAtChoice.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { EmploymentActions } from '../employment/EmploymentActions.tsx'
import { RecordEmployment } from '../employment/RecordEmployment.tsx'
import type { FileView } from '../file/file-view.ts'
import { SpellItem } from './SpellItem.tsx'
import { standingOf } from './spell-clock.ts'
import { TimelineChart } from './TimelineChart.tsx'
import './timeline.css'

/** Every spell on both clocks; work can be recorded, ended and verified where the view is the present one. */
export function Timeline({ file }: { file: FileView }) {
  const { t, language } = useWords()
  const { clocks } = useView()
  const can = useCan()
  const [all, setAll] = useState(false)
  const old = file.spells.filter((spell) => standingOf(spell, clocks.knownAt) === 'superseded')
  const shown = all || old.length <= 3 ? file.spells : file.spells.filter((spell) => !old.includes(spell))
  const records = clocks.knownAt === undefined && can('people.record')
  return (
    <section className="panel" aria-labelledby="spells">
      <div className="panel-head">
        <h2 id="spells">{t('time.title')}</h2>
        {records && <RecordEmployment person={file.person.id} />}
      </div>
      <div className="time-clock no-print">
        <KnownAtChoice on={file.asOf.on} knownAt={clocks.knownAt} />
      </div>
      {clocks.knownAt && <p className="soft">{t('time.asKnown', { at: instantText(clocks.knownAt, language) })}</p>}
      {file.spells.length === 0 && <p className="soft">{t('time.none')}</p>}
      {shown.length > 0 && <TimelineChart spells={shown} on={file.asOf.on} knownAt={clocks.knownAt} />}
      <ol className="spells">
        {shown.map((spell) => (
          <SpellItem key={keyOf(spell, clocks.knownAt)} spell={spell}>
            {records && spell.record === 'employment' && <EmploymentActions person={file.person.id} spell={spell} />}
          </SpellItem>
        ))}
      </ol>
      {shown.length < file.spells.length && (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('time.showOld', { n: old.length })}
        </button>
      )}
    </section>
  )
}

/** What is held keeps its place through a change, and with it the form that somebody has open on it. */
const keyOf = (spell: FileView['spells'][number], knownAt: string | undefined): string =>
  `${spell.record}${spell.id}${standingOf(spell, knownAt) === 'held' ? '' : spell.knownFrom}`
