import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError, ask } from '../api.ts'
import { chooseLanguage, languageNow } from '../ui/text/language.ts'
import { applyScheme } from '../ui/theme/theme.ts'
import { Console } from './Console.tsx'
import '../ui/theme/base.css'
import '../ui/page/frame.css'
import '../ui/page/as-of.css'
import '../ui/table/table.css'
import '../ui/marks.css'
import '../access/sign-in/sign-in.css'
import '../access/accounts/admin.css'
import '../ui/page/print.css'

applyScheme()
chooseLanguage(languageNow())

/** Asking again helps only where no answer came; a refusal stays a refusal. */
const again = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503)

/** A session that has ended shows itself in any answer: asking who is signed in then leads to the sign-in page. */
const ended = (error: unknown) => {
  if (error instanceof ApiError && error.status === 401)
    void queries.invalidateQueries({ queryKey: ask.getMe({}).queryKey })
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== 'getMe' && ended(error) }),
  mutationCache: new MutationCache({ onError: ended }),
  defaultOptions: { queries: { retry: again, staleTime: 30_000, refetchOnWindowFocus: false } },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Console />
    </QueryClientProvider>
  </StrictMode>,
)
