// breach: server TS2375
export const options: { readonly due?: number } = { due: undefined }
