// breach: server TS4111
export const dueOf = (fields: Readonly<Record<string, number>>) => fields.due
