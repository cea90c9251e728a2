import { Button, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Go } from '../../ui/Go.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ActForm, useAct } from './MonthActs.tsx'
import type { MonthData } from './MonthPage.tsx'
import { DueDay, UnitMark } from './UnitMark.tsx'

type Unit = MonthData['below'][number]
const ORDER = ['sent_back', 'ready', 'waiting', 'confirmed']

/** The unit's own figures and those of the units below: who has confirmed, who is late, and sending back. */
export function MonthUnits({ data }: { data: MonthData }) {
  const { t } = useWords()
  const can = useCan()
  const below = data.below.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.area - b.area)
  const rows = data.unit ? [data.unit, ...below] : below
  if (rows.length === 0 || data.line.state === 'closed') return null
  const { month } = data.line
  return (
    <section className="panel" aria-labelledby="month-units">
      <h2 id="month-units">{t('closing.below')}</h2>
      <DataTable
        caption={t('closing.below')}
        rows={rows}
        keyOf={(unit) => unit.area}
        columns={[
          {
            key: 'unit',
            title: t('closing.unit'),
            head: true,
            cell: (unit) => <Go to={paths.month(month, { area: unit.area })}>{unit.areaName}</Go>,
          },
          { key: 'state', title: t('closing.state'), cell: (unit) => <UnitMark state={unit.state} /> },
          { key: 'due', title: t('closing.due'), cell: (unit) => <DueDay unit={unit} /> },
          {
            key: 'act',
            title: t('closing.act'),
            cell: (unit) =>
              can('indicators.confirm') && unit.acts.includes('send_back') && <SendBack month={month} unit={unit} />,
          },
        ]}
      />
    </section>
  )
}

function SendBack({ month, unit }: { month: string; unit: Unit }) {
  const { t } = useWords()
  const { plan } = useView()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { busy, error, run } = useAct()
  const send = async (clientId: string) => {
    const body = { clientId, plan, area: unit.area, hash: unit.hash, reason: reason.trim() }
    await client.sendBackMonth({ params: { month }, body })
    setOpen(false)
    return t('closing.done.sendBack')
  }
  return (
    <>
      <button type="button" className="link-button no-print" onClick={() => setOpen(true)}>
        {t('closing.sendBack')}
      </button>
      <Modal
        title={t('closing.sendBack.of', { name: unit.areaName })}
        open={open}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <ActForm how={t('closing.sendBack.how')} error={error}>
          <Labelled name="reason" label={t('closing.reason')} value={reason} onType={setReason} />
          <Button type="primary" danger loading={busy} disabled={reason.trim().length < 4} onClick={() => run(send)}>
            {t('closing.sendBack')}
          </Button>
        </ActForm>
      </Modal>
    </>
  )
}

/** What was said of these figures, newest first. */
export function MonthLines({ data }: { data: MonthData }) {
  const { t, language } = useWords()
  if (data.lines.length === 0) return null
  const word = (line: MonthData['lines'][number]) =>
    t(line.inPlace && line.act === 'confirmed' ? 'closing.said.inPlace' : `closing.said.${line.act}`)
  return (
    <section className="panel" aria-labelledby="month-lines">
      <h2 id="month-lines">{t('closing.said')}</h2>
      <DataTable
        caption={t('closing.said')}
        rows={data.lines}
        keyOf={(line) => `${line.area} ${line.at} ${line.act}`}
        columns={[
          { key: 'unit', title: t('closing.unit'), head: true, cell: (line) => line.areaName },
          {
            key: 'act',
            title: t('closing.act'),
            cell: (line) => (
              <>
                {word(line)} {!line.stands && <small className="soft">{t('closing.said.past')}</small>}
              </>
            ),
          },
          { key: 'reason', title: t('closing.reason'), cell: (line) => line.reason },
          {
            key: 'by',
            title: t('access.audit.officer'),
            cell: (line) => t('closing.said.by', { officer: line.officer, post: line.post }),
          },
          {
            key: 'at',
            title: t('closing.at'),
            cell: (line) => <time dateTime={line.at}>{instantText(line.at, language)}</time>,
          },
        ]}
      />
    </section>
  )
}
