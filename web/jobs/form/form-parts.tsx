import {
  vacancyDemand,
  vacancyHazard,
  vacancyKind,
  vacancySeason,
  wageForm,
} from '#domain/jobs/vacancy/vacancy-codes.ts'
import { education } from '#domain/people/codes.ts'
import { industries } from '#domain/people/industries.ts'
import { yesOrNo } from '../../people/employment/yes-or-no.ts'
import { useWords } from '../../words.ts'
import { CodeField, Field, type FormProps, TextField, Ticks } from './form-fields.tsx'
import { OccupationField } from './OccupationField.tsx'
import { PlaceField } from './PlaceField.tsx'

export function JobPart({ occupationName, ...form }: FormProps & { occupationName: string | undefined }) {
  const { t } = useWords()
  const none = t('jobs.vacancy.notStated')
  return (
    <section className="panel vacancy-part" aria-labelledby="part-job">
      <h2 id="part-job">{t('jobs.vacancy.part.job')}</h2>
      <TextField
        {...form}
        name="title"
        label={t('jobs.vacancy.title')}
        how={t('jobs.vacancy.title.how')}
        most={60}
        required
      />
      <CodeField {...form} name="kind" label={t('jobs.vacancy.kind')} codes={vacancyKind} />
      <OccupationField {...form} name={occupationName} />
      <TextField {...form} name="employer" label={t('jobs.vacancy.employer')} most={120} required />
      <TextField {...form} name="creditCode" label={t('jobs.vacancy.creditCode')} most={30} />
      <TextField {...form} name="licenceSeenOn" label={t('jobs.vacancy.licence')} type="date" />
      <CodeField {...form} name="industry" label={t('jobs.vacancy.industry')} codes={industries} none={none} />
    </section>
  )
}

export function PlacePart(form: FormProps) {
  const { t } = useWords()
  return (
    <section className="panel vacancy-part" aria-labelledby="part-place">
      <h2 id="part-place">{t('jobs.vacancy.part.place')}</h2>
      <PlaceField {...form} />
      <TextField
        {...form}
        name="openings"
        label={t('jobs.vacancy.openings')}
        type="number"
        min={1}
        max={100_000}
        required
      />
    </section>
  )
}

export function PayPart(form: FormProps) {
  const { t } = useWords()
  const none = t('jobs.vacancy.notStated')
  return (
    <section className="panel vacancy-part" aria-labelledby="part-pay">
      <h2 id="part-pay">{t('jobs.vacancy.part.pay')}</h2>
      <CodeField {...form} name="wageForm" label={t('jobs.vacancy.wageForm')} codes={wageForm} />
      <CodeField {...form} name="season" label={t('jobs.vacancy.season')} codes={vacancySeason} none={none} />
      <TextField
        {...form}
        name="wageLowFen"
        label={t('jobs.vacancy.low')}
        type="number"
        min={0}
        max={1_000_000}
        step="0.01"
      />
      <TextField
        {...form}
        name="wageHighFen"
        label={t('jobs.vacancy.high')}
        type="number"
        min={0}
        max={1_000_000}
        step="0.01"
      />
      <TextField {...form} name="hoursPerDay" label={t('jobs.vacancy.hoursPerDay')} type="number" min={1} max={24} />
      <TextField {...form} name="daysPerMonth" label={t('jobs.vacancy.daysPerMonth')} type="number" min={1} max={31} />
      <TextField {...form} name="hours" label={t('jobs.vacancy.hours')} most={120} />
      <CodeField {...form} name="board" label={t('jobs.vacancy.board')} codes={yesOrNo} none={none} />
      <CodeField {...form} name="lodging" label={t('jobs.vacancy.lodging')} codes={yesOrNo} none={none} />
      <CodeField {...form} name="training" label={t('jobs.vacancy.training')} codes={yesOrNo} none={none} />
    </section>
  )
}

export function NeedsPart(form: FormProps) {
  const { t } = useWords()
  return (
    <section className="panel vacancy-part" aria-labelledby="part-needs">
      <h2 id="part-needs">{t('jobs.vacancy.part.needs')}</h2>
      <TextField {...form} name="skills" label={t('jobs.vacancy.skills')} most={200} />
      <TextField {...form} name="certificate" label={t('jobs.vacancy.certificate')} most={120} />
      <CodeField
        {...form}
        name="education"
        label={t('jobs.vacancy.education')}
        codes={education}
        none={t('jobs.vacancy.education.any')}
      />
      <TextField {...form} name="ageFrom" label={t('jobs.vacancy.ageFrom')} type="number" min={0} max={99} />
      <TextField {...form} name="ageTo" label={t('jobs.vacancy.ageTo')} type="number" min={0} max={99} />
      <TextField {...form} name="ageRule" label={t('jobs.vacancy.ageRule')} most={200} />
      <Ticks {...form} name="hazards" label={t('jobs.vacancy.hazards')} codes={vacancyHazard} />
      <Ticks {...form} name="demands" label={t('jobs.vacancy.demands')} codes={vacancyDemand} />
    </section>
  )
}

export function ContactPart({ phoneMask, ...form }: FormProps & { phoneMask: string | null }) {
  const { t } = useWords()
  const { draft, set, checks } = form
  return (
    <section className="panel vacancy-part" aria-labelledby="part-contact">
      <h2 id="part-contact">{t('jobs.vacancy.part.contact')}</h2>
      <TextField {...form} name="contact" label={t('jobs.vacancy.contact')} most={40} />
      <TextField
        {...form}
        name="phone"
        label={t('jobs.vacancy.phone')}
        type="tel"
        most={30}
        {...(phoneMask && { how: t('jobs.vacancy.phone.kept', { mask: phoneMask }) })}
      />
      <TextField {...form} name="from" label={t('jobs.vacancy.from')} type="date" required />
      <TextField {...form} name="workFrom" label={t('jobs.vacancy.workFrom')} type="date" />
      <TextField {...form} name="workTo" label={t('jobs.vacancy.workTo')} type="date" />
      <Field name="detail" checks={checks} whole>
        <label className="labelled">
          <span>{t('jobs.vacancy.detail')}</span>
          <textarea
            className="field"
            maxLength={1000}
            value={draft.detail}
            onChange={(event) => set({ detail: event.target.value })}
          />
        </label>
      </Field>
    </section>
  )
}
