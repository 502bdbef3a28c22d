// breach: server TS2304, pure TS2304
export const title = window.document.title
