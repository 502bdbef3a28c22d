import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { AskCheck } from './ask/AskCheck.tsx'
import { AskContact } from './ask/AskContact.tsx'
import { AskSent } from './ask/AskSent.tsx'
import { AskWhat } from './ask/AskWhat.tsx'
import { AskWhere } from './ask/AskWhere.tsx'
import { AppealPage } from './follow/AppealPage.tsx'
import { AppealSlip } from './follow/AppealSlip.tsx'
import { Follow } from './follow/Follow.tsx'
import { Judge } from './follow/Judge.tsx'
import { Rewrite } from './follow/Rewrite.tsx'
import { Supplement } from './follow/Supplement.tsx'
import { Urge } from './follow/Urge.tsx'
import { Withdraw } from './follow/Withdraw.tsx'
import { CorrectContact } from './mine/CorrectContact.tsx'
import { EraseMine, NoContact } from './mine/TakeBack.tsx'
import { Mine } from './mine/Mine.tsx'
import { Frame } from './Frame.tsx'
import { Home } from './Home.tsx'
import { Heads } from './heads/Heads.tsx'
import { type City, loadCity } from './net/places.ts'
import type { Reply } from './net/send.ts'
import { CityContext, type CityState } from './parts/use-city.ts'
import type { PageName } from './page-address.ts'
import { usePage } from './route.ts'
import { Say } from './say/Say.tsx'
import { Vote } from './vote/Vote.tsx'

const pages: Readonly<Record<PageName, () => ReactNode>> = {
  home: Home,
  'ask/what': AskWhat,
  'ask/where': AskWhere,
  'ask/contact': AskContact,
  'ask/check': AskCheck,
  'ask/sent': AskSent,
  follow: Follow,
  appeal: AppealPage,
  'appeal/supplement': Supplement,
  'appeal/rewrite': Rewrite,
  'appeal/urge': Urge,
  'appeal/withdraw': Withdraw,
  'appeal/judge': Judge,
  'appeal/slip': AppealSlip,
  'appeal/mine': Mine,
  'appeal/contact': CorrectContact,
  'appeal/no-contact': NoContact,
  'appeal/erase': EraseMine,
  say: Say,
  vote: Vote,
  heads: Heads,
}

/** The residents' pages: one at a time, each with an address of its own. */
export function App() {
  const page = usePage()
  const city = useLoadedCity()
  const Shown = pages[page]
  return (
    <CityContext value={city}>
      <Frame isVote={page === 'vote'}>
        <Shown key={page} />
      </Frame>
    </CityContext>
  )
}

function useLoadedCity(): CityState {
  const [reply, setReply] = useState<Reply<City>>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let wanted = true
    void loadCity().then((loaded) => {
      if (wanted) setReply(loaded)
    })
    return () => {
      wanted = false
    }
  }, [tries])
  const reload = useCallback(() => {
    setTries((before) => before + 1)
  }, [])
  return useMemo(() => {
    if (reply === undefined) return { reload }
    return reply.ok ? { city: reply.value, reload } : { problem: reply.problem, reload }
  }, [reply, reload])
}
