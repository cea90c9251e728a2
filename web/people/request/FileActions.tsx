import { Button, Dropdown, Modal } from 'antd'
import { type ComponentType, useState } from 'react'
import { useMe } from '../../access/sign-in/session.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import type { FileView } from '../file/file-view.ts'
import { HeadForm, JoinForm, SplitForm } from './HouseholdForms.tsx'
import { DeathForm, type FormProps, MergeFinder, MoveForm, NumberForm } from './PersonForms.tsx'
import '../employment/employment.css'
import '../identity/identity.css'

const FORMS = { number: NumberForm, merge: MergeFinder, move: MoveForm, death: DeathForm } satisfies Record<
  string,
  ComponentType<FormProps>
>
type Act = keyof typeof FORMS

/** What can be done to who somebody is: one menu, since none of it is daily work. */
export function FileActions({ person }: { person: FileView['person'] }) {
  const { t } = useWords()
  const [act, setAct] = useState<Act>()
  const record = useMe().data?.can.includes('people.record') ?? false
  if (!record) return null
  const acts = (Object.keys(FORMS) as Act[]).filter((key) => key !== 'death' || person.deathDate === null)
  const Form = act && FORMS[act]
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items: acts.map((key) => ({ key, label: t(`act.${key}`) })), onClick: ({ key }) => setAct(key as Act) }}
      >
        <Button className="no-print">{t('act.menu')} ▾</Button>
      </Dropdown>
      <Modal
        title={act && t(`act.${act}`)}
        open={act !== undefined}
        footer={null}
        destroyOnHidden
        onCancel={() => setAct(undefined)}
      >
        {Form && <Form person={person} onDone={() => setAct(undefined)} />}
      </Modal>
    </>
  )
}

const HOUSEHOLD_FORMS = { split: SplitForm, join: JoinForm, head: HeadForm }
type HouseholdAct = keyof typeof HOUSEHOLD_FORMS

/** Beside the household: split, join, another head. */
type HouseholdProps = { person: number; village: number; household: FileView['household'] }
export function HouseholdActions({ person, village, household }: HouseholdProps) {
  const { t } = useWords()
  const [act, setAct] = useState<HouseholdAct>()
  const record = useMe().data?.can.includes('people.record') ?? false
  if (!record) return null
  const own = household?.members.find(({ id }) => id === person)
  const acts: HouseholdAct[] = household
    ? ['split', 'join', ...(own?.relation === 'head' ? [] : (['head'] as const))]
    : ['join']
  const Form = act && HOUSEHOLD_FORMS[act]
  return (
    <p className="spell-actions no-print">
      {acts.map((key) => (
        <button key={key} type="button" className="link-button" onClick={() => setAct(key)}>
          {t(`act.${key}`)}
        </button>
      ))}
      {household && <Go to={paths.openFile({ household: household.id, village })}>{t('household.add')}</Go>}
      <Modal
        title={act && t(`act.${act}`)}
        open={act !== undefined}
        footer={null}
        destroyOnHidden
        onCancel={() => setAct(undefined)}
      >
        {Form && <Form person={person} household={household} onDone={() => setAct(undefined)} />}
      </Modal>
    </p>
  )
}
