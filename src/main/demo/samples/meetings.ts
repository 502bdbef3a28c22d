import { bodySamples } from './meeting-bodies.ts'
import { cityBodies } from './meeting-city.ts'
import { districtMeetings } from './meeting-district.ts'
import { streetMeetings } from './meeting-street.ts'
import type { Sample } from './sample.ts'

/** Bodies, meetings and decisions of the demo city at all four levels. */
export const meetingSamples: readonly Sample[] = [
  ...bodySamples,
  ...cityBodies,
  ...districtMeetings,
  ...streetMeetings,
]
