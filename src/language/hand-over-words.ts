/** What a hand-over document says, besides what the workspace itself says. */
export interface HandOverWords {
  readonly name: string;
  readonly title: (office: string) => string;
  readonly intro: (made: string, folder: string) => string;
  readonly synthetic: string;
  readonly open: string;
  readonly nothingOpen: string;
  readonly questions: (number: number, year: string) => string;
  readonly unreleased: (edition: string, state: string, by: string) => string;
  readonly edition: (year: string, kind: 'internal' | 'public') => string;
  readonly promise: (what: string) => string;
  /** What the picture of the year shows. */
  readonly now: (today: string) => string;
  readonly picture: (today: string, list: string) => string;
  readonly nobody: string;
  readonly noReach: string;
  readonly noneReleased: string;
  readonly late: (what: string, on: string) => string;
  readonly due: (what: string, on: string) => string;
  readonly noPlace: string;
  readonly noKey: string;
  readonly oneKey: string;
  readonly never: string;
  readonly backups: string;
  readonly place: (place: string, version: string | undefined) => string;
  readonly behind: (place: string, since: string) => string;
  readonly key: (key: string, enough: number, holders: readonly string[]) => string;
  readonly year: string;
  readonly wheel: {readonly day: string; readonly what: string; readonly how: string};
  readonly noWheel: string;
  readonly people: string;
  readonly ask: {readonly who: string; readonly about: string; readonly reach: string};
  readonly signers: (names: readonly string[]) => string;
  readonly noSigners: string;
  readonly released: (edition: string, day: string) => string;
  readonly editions: string;
  readonly steps: string;
  /** What is to be done, and the command. */
  readonly how: readonly (readonly [string, string])[];
  readonly lost: string;
  readonly losses: readonly (readonly [string, string])[];
}
