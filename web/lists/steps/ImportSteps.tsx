import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'

const STEPS = ['file', 'list', 'columns', 'check', 'take'] as const
export type Step = (typeof STEPS)[number]

/** Where one is; steps behind that can still be gone back to are links. */
export function ImportSteps({ at, backTo }: { at: Step; backTo?: number | undefined }) {
  const { t } = useWords()
  return (
    <nav className="import-steps" aria-label={t('import.steps')}>
      <ol>
        {STEPS.map((step, place) => {
          const behind = place < STEPS.indexOf(at)
          const back = behind && backTo !== undefined && (step === 'list' || step === 'columns')
          return (
            <li key={step} className={behind ? 'step-done' : undefined} aria-current={step === at ? 'step' : undefined}>
              {back ? (
                <Go to={paths.import(backTo, { part: step })}>{t(`import.step.${step}`)}</Go>
              ) : (
                <span>{t(`import.step.${step}`)}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
