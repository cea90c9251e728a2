import type { ReactNode } from 'react'
import { attendanceEvidence, evidence, verifiedMethod } from '#domain/people/codes.ts'
import { instantText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { codedWords } from '../coded-words.ts'
import type { Spell } from '../file/file-view.ts'
import { useSourceText } from '../file/source-text.ts'
import { lastDayOf, standingOf } from './spell-clock.ts'

/** What may stand as evidence beside a spell of any kind. */
const shownBy = { ...evidence, ...attendanceEvidence }

/** `unlike`: another version of it; facts that differ are marked. */
type Props = { spell: Spell; unlike?: Spell | undefined; children?: ReactNode }

/** One spell in words: when it was true, what it says, since when it is known, whether it still is, where it comes from. */
export function SpellItem({ spell, unlike, children }: Props) {
  const { say } = useWords()
  const { clocks } = useView()
  const standing = standingOf(spell, clocks.knownAt)
  return (
    <li className={`spell spell-${standing}`}>
      <Period spell={spell} />
      <div>
        <p className="spell-title">
          {standing === 'superseded' ? <s>{say(spell.title)}</s> : <b>{say(spell.title)}</b>}
        </p>
        {spell.facts.length > 0 && (
          <p className="spell-facts">
            {spell.facts
              .filter((fact) => say(fact.value) !== '')
              .map((fact) => (
                <span key={fact.key} className={differs(fact, unlike) ? 'fact-differs' : undefined}>
                  <span className="soft">{say(fact.label)}</span> {say(fact.value)}
                </span>
              ))}
          </p>
        )}
        <Provenance spell={spell} standing={standing} />
        {standing === 'held' && children}
      </div>
    </li>
  )
}

const differs = (fact: Spell['facts'][number], unlike: Spell | undefined): boolean =>
  unlike !== undefined && unlike.facts.find((one) => one.key === fact.key)?.value.en !== fact.value.en

function Period({ spell }: { spell: Spell }) {
  const { t } = useWords()
  const last = lastDayOf(spell)
  return (
    <p className="spell-period">
      <time dateTime={spell.from}>{spell.from}</time>
      <span>{last === null ? t('time.now') : last === spell.from ? '' : <time dateTime={last}>{last}</time>}</span>
    </p>
  )
}

function Provenance({ spell, standing }: { spell: Spell; standing: ReturnType<typeof standingOf> }) {
  const { t, say, language } = useWords()
  const sourceText = useSourceText()
  const { verified } = spell
  const at = (instant: string) => instantText(instant, language)
  const said = [
    t('time.source', { source: sourceText(spell.source) }),
    spell.evidence && t('time.evidence', { evidence: say(codedWords(shownBy, spell.evidence)) }),
    verified
      ? t('time.verified', {
          on: verified.on,
          how: [verified.method && say(codedWords(verifiedMethod, verified.method)), verified.by]
            .filter(Boolean)
            .join(' '),
        })
      : t('time.unverified'),
    verified?.until && t('time.verified.until', { until: verified.until }),
    standing !== 'later' && t('time.known', { at: at(spell.knownFrom) }),
  ]
  return (
    <>
      <p className="soft spell-source">{said.filter(Boolean).join(' · ')}</p>
      {standing === 'later' && <p className="unknown">{t('time.later', { at: at(spell.knownFrom) })}</p>}
      {standing === 'superseded' && spell.knownTo && (
        <p className="unknown">
          {t('time.superseded', { at: at(spell.knownTo), why: say(spell.superseded) || t('ui.unknown') })}
        </p>
      )}
    </>
  )
}
