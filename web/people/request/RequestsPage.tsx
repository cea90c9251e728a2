import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { changed } from '../../ui/router.ts'
import { Pager } from '../../ui/table/Pager.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { RequestCard } from './RequestCard.tsx'
import '../people.css'
import '../employment/employment.css'
import '../identity/identity.css'

/** 待我复核: what waits for a second officer, those this post may decide first; and what was decided. */
export function RequestsPage() {
  const { t } = useWords()
  const { search } = useView()
  const decided = search.part === 'decided'
  const { after } = search
  const requests = useQuery(ask.listRequests({ query: { decided, ...(after && { after }) } }))
  return (
    <PageShell title={t('request.title')} lede={t('request.lede')}>
      <nav className="area-drill no-print" aria-label={t('request.title')}>
        <Go bare to={changed({ part: undefined, after: undefined })} aria-current={decided ? undefined : 'page'}>
          {t('request.waiting')}
        </Go>
        <Go bare to={changed({ part: 'decided', after: undefined })} aria-current={decided ? 'page' : undefined}>
          {t('request.decided')}
        </Go>
      </nav>
      <Answer of={requests}>
        {(data) => (
          <section className="panel" aria-label={t(decided ? 'request.decided' : 'request.waiting')}>
            {data.requests.length === 0 && <p>{t('request.none')}</p>}
            <ul>
              {data.requests
                .toSorted((a, b) => Number(a.hindered !== null) - Number(b.hindered !== null))
                .map((request) => (
                  <RequestCard key={request.id} request={request} />
                ))}
            </ul>
            <Pager after={after} next={data.next} />
          </section>
        )}
      </Answer>
    </PageShell>
  )
}
