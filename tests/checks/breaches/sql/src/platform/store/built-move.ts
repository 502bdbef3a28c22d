// breach: city-moved
import { db } from './database.ts'

export const move = (city: number) => db.updateTable('record').set({ city })
