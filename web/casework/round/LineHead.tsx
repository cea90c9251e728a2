import { channel, roundOutcome, verifiedMethod } from '#domain/people/codes.ts'
import type { CodeList } from '#domain/people/fact.ts'
import { paths } from '../../paths.ts'
import { CallNumber } from '../../people/file/CallNumber.tsx'
import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { Line } from './round-data.ts'

/** Who it is, at what work, verified how and until when. */
export function LineHead({ line, on }: { line: Line; on: string }) {
  const { t, say } = useWords()
  const wordOf = (codes: CodeList, code: string | null) => (code === null ? '' : say(codes[code]) || code)
  return (
    <div className="round-who">
      <p>
        <Go to={paths.file(line.id)}>
          <b>{line.name}</b>
        </Go>{' '}
        <span className="soft">
          {line.age ?? ''} <code>{line.identity}</code>
        </span>{' '}
        <CallNumber person={line.id} masked={line.phone} reason={t('round.phone.reason')} />
      </p>
      {line.standing.length === 0 && <p>{t('round.idle')}</p>}
      {line.standing.map((spell) => (
        <Spell key={spell.employment} spell={spell} on={on} wordOf={wordOf} />
      ))}
      {line.answer && (
        <p className="soft">
          {t('round.answered', {
            day: line.answer.on,
            method: wordOf(verifiedMethod, line.answer.method),
            outcome: wordOf(roundOutcome, line.answer.outcome),
          })}{' '}
          {line.answer.by}
        </p>
      )}
    </div>
  )
}

type SpellProps = {
  spell: Line['standing'][number]
  on: string
  wordOf: (codes: CodeList, code: string | null) => string
}
function Spell({ spell, on, wordOf }: SpellProps) {
  const { t, language } = useWords()
  const wage =
    spell.monthlyWageFen === null
      ? t('round.noWage')
      : t('round.wage', { yuan: numberText(spell.monthlyWageFen / 100, language) })
  const { verified } = spell
  return (
    <p>
      {[spell.employer ?? t('round.noEmployer'), spell.placeName, wordOf(channel, spell.channel), wage]
        .filter(Boolean)
        .join(' · ')}{' '}
      <span className="soft">
        {t('round.since', { day: spell.from })} ·{' '}
        {verified
          ? t('round.lastVerified', { day: verified.on, method: wordOf(verifiedMethod, verified.method) })
          : t('round.never')}
        {verified?.until && verified.until >= on && ` · ${t('round.until', { day: verified.until })}`}
      </span>
      {verified?.until && verified.until < on && (
        <span className="unknown"> · {t('round.expired', { day: verified.until })}</span>
      )}
    </p>
  )
}
