import { listIn, numberIn, objectIn, textIn } from './read.ts'
import { type Reply, send } from './send.ts'

export type Area = { readonly code: number; readonly name: string }
export type Place = { readonly code: number; readonly path: string }
export type PlaceUnit = { readonly id: number; readonly name: string }
export type City = {
  readonly name: string
  readonly demo: boolean
  readonly districts: readonly Area[]
}

export function loadCity(): Promise<Reply<City>> {
  return send({ path: '/api/public/city' }, (body) => {
    const city = objectIn(body)
    return {
      name: textIn(city, 'name'),
      demo: city['demo'] === true,
      districts: listIn(city['districts']).map(areaIn),
    }
  })
}

export function loadAreas(parent: number): Promise<Reply<readonly Area[]>> {
  return send({ path: `/api/public/areas?parent=${parent}` }, (body) => listIn(body).map(areaIn))
}

export function findPlaces(words: string): Promise<Reply<readonly Place[]>> {
  return send({ path: `/api/public/areas?q=${encodeURIComponent(words)}` }, (body) =>
    listIn(body).map((place) => ({ code: codeIn(place), path: textIn(place, 'path') })),
  )
}

/** The units of a place that one may complain of. */
export function loadUnits(area: number): Promise<Reply<readonly PlaceUnit[]>> {
  return send({ path: `/api/public/units?area=${area}` }, (body) =>
    listIn(body).map((unit) => ({ id: numberIn(unit, 'id'), name: textIn(unit, 'name') })),
  )
}

function areaIn(area: Readonly<Record<string, unknown>>): Area {
  return { code: codeIn(area), name: textIn(area, 'name') }
}

function codeIn(area: Readonly<Record<string, unknown>>): number {
  const code = numberIn(area, 'code')
  return Number.isNaN(code) ? Number(textIn(area, 'code')) : code
}
