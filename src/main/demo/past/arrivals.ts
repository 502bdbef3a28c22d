import { isUnderUnit, placeOf } from '../../../kernel/directory.ts'
import { hourMs, type Instant } from '../../../kernel/time.ts'
import type { CategoryLeaf } from '../categories.ts'
import { publicAnswer } from '../answers.ts'
import { appealText, type AppealText } from '../phrases.ts'
import { between, pick } from '../random.ts'
import type { Case } from './lives.ts'
import { ask, type Data, holder, type Play } from './play.ts'
import { drawnTraits, type Traits } from './traits.ts'
import type { Spot } from './where.ts'

/** What somebody turns to the city with. */
export type Arrival = {
  readonly spot: Spot
  readonly leaf: CategoryLeaf
  /** Where exactly, when others have spoken of the same place. */
  readonly exactly?: string | undefined
  readonly primary?: string | undefined
  readonly traits?: Partial<Traits> | undefined
  readonly channel?: Channel
}

type Channel = 'phone' | 'web' | 'visit' | 'api' | 'file'

/** 接: an appeal begins, in the resident's words, and its case is remembered. */
export function arrives(play: Play, arrival: Arrival): Case | undefined {
  const { random, duty, world } = play
  const { spot, leaf, exactly, primary } = arrival
  const { street, community } = spot
  const imprecise = exactly === undefined && arrival.traits === undefined && random() < 0.04
  const place = placeOf(world.directory, imprecise ? street.code : community.code)
  if (place === undefined) throw new Error(`no place ${community.code}`)
  const around = { street: street.shortName, community: community.shortName }
  const text = appealText(
    random,
    leaf,
    exactly === undefined ? around : { ...around, spot: exactly },
  )
  const channel = arrival.channel ?? channelOf(random())
  const hasContact = arrival.traits !== undefined || random() < (channel === 'web' ? 0.95 : 0.68)
  const matter = duty.matterOf(random, leaf, `${text.title}${text.detail}`)
  const traits = { ...drawnTraits(random, { leaf, hasContact }), ...arrival.traits }
  const ownStreet = duty.unitFor('street', place)
  const lead = duty.unitFor(matter.lead, place)
  // Who complains of a street's desk is heard by another unit than that street.
  const complains =
    leaf.code === '2203' && !isUnderUnit(world.directory, lead, ownStreet) && random() < 0.5
  const told: Told = {
    text,
    channel,
    hasContact,
    complained: complains ? ownStreet : undefined,
    unit: duty.nameOf(lead),
    leaf,
  }
  const returns = complains || traits.recalled || traits.fate !== 'dispatch' ? 0 : traits.returns
  const line = { kind: 'resident-appeal', place, ...begun(play, told, place.district ?? 0) }
  const record = ask(play, line)
  if (record === undefined) return undefined
  const kase: Case = {
    id: record.id,
    leaf,
    text,
    place,
    hasContact,
    traits,
    matter,
    primary,
    visit: 0,
    returnsLeft: primary === undefined ? returns : 0,
  }
  return kase
}

type Told = {
  readonly text: AppealText
  readonly channel: Channel
  readonly hasContact: boolean
  readonly complained: number | undefined
  readonly leaf: CategoryLeaf
  /** The unit that would answer, by name. */
  readonly unit: string
}

function begun(play: Play, told: Told, district: number) {
  const { random, duty, world } = play
  const { text, channel, hasContact, leaf, complained } = told
  const { title, detail, spot } = text
  const raised: Data = {
    title: title.slice(0, 60),
    detail,
    spot,
    ...(hasContact ? { reporter: play.newContact(play.now) } : {}),
    ...(text.purpose === '举报' && random() < 0.3 ? { keepSecret: true } : {}),
    ...(complained === undefined ? {} : { complained }),
  }
  if (channel === 'web') return { command: 'ask', actor: { by: 'public' } as const, data: raised }
  const city = { city: world.directory.city }
  const local = channel === 'visit' || (channel === 'phone' && random() < 0.35)
  const desk = duty.unitFor(local ? 'district-centre' : 'city-hotline', { ...city, district })
  const known = random() < 0.6 ? { category: leaf.code, limitClass: leaf.limitClass } : {}
  const source = channel === 'api' || channel === 'file' ? sourceOf(play, channel) : {}
  const actor = holder(play, desk, 'agent', 'dispatcher')
  if (channel === 'file') return { command: 'bring', actor, data: broughtData(play, told, source) }
  return { command: 'register', actor, data: { ...raised, channel, ...known, ...source } }
}

function sourceOf(play: Play, channel: 'api' | 'file'): Data {
  const source = channel === 'api' ? pick(play.random, ['政务服务网', '城市客户端']) : '历史台账'
  const round = (play.rounds.get(source) ?? 0) + 1
  play.rounds.set(source, round)
  const number = `${channel === 'api' ? 'W' : 'T'}${String(100_000 + round)}`
  return { source, sourceNumber: number }
}

/** From another system's sheet, some of it with the answer that was given there. */
function broughtData(play: Play, { text, leaf, unit }: Told, source: Data): Data {
  const { random, now } = play
  const { title, detail, spot, purpose } = text
  const occurredAt = now - Math.round((20 + random() * 300) * hourMs)
  const answered = random() < 0.5
  const publicWords = { leaf, purpose, unit, basis: '有关规定', solved: true }
  return {
    title: title.slice(0, 60),
    detail,
    spot,
    channel: 'file',
    ...source,
    occurredAt,
    category: leaf.code,
    limitClass: leaf.limitClass,
    ...(answered
      ? {
          publicAnswer: publicAnswer(random, publicWords),
          answeredAt: occurredAt + Math.round((now - occurredAt) * (0.2 + 0.7 * random())),
        }
      : {}),
  }
}

function channelOf(at: number): Channel {
  if (at < 0.7) return 'phone'
  if (at < 0.88) return 'web'
  return at < 0.92 ? 'visit' : at < 0.99 ? 'api' : 'file'
}

/** Places spoken of lately: what others, or the same people, speak of again. */
export type Recent = {
  readonly remember: (at: Instant, kase: Case, spot: Spot) => void
  /** One still open, of the last days. */
  readonly open: (play: Play) => Remembered | undefined
  /** One answered, of the last weeks. */
  readonly answered: (play: Play) => Remembered | undefined
}
export type Remembered = { readonly at: Instant; readonly kase: Case; readonly spot: Spot }

export function recentPlaces(): Recent {
  const kept: Remembered[] = []
  const within = (play: Play, least: number, most: number) => {
    const from = firstSince(kept, play.now - most * hourMs)
    const to = firstSince(kept, play.now - least * hourMs)
    return from < to ? kept[between(play.random, from, to - 1)] : undefined
  }
  return {
    remember: (at, kase, spot) => {
      if (kase.place.community === undefined || kase.text.purpose === '咨询') return
      kept.push({ at, kase, spot })
    },
    open: (play) => within(play, 2, 70),
    answered: (play) => within(play, 24 * 6, 24 * 26),
  }
}

/** Where in the order of time a moment would stand. */
function firstSince(kept: readonly Remembered[], moment: Instant): number {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((kept[middle]?.at ?? 0) < moment) low = middle + 1
    else high = middle
  }
  return low
}
