// breach: server TS1294
export enum State {
  Open,
}
