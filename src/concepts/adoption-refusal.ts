/** Every way that an office's own spreadsheets are not adopted, or an adoption not undone: nothing is written then. */
export type AdoptionRefusal =
  | {readonly reason: 'folder-without-files'; readonly path: string}
  /** The profile does not say what columns may mean (`adopt/`). */
  | {readonly reason: 'profile-cannot-adopt'; readonly profile: string}
  | {readonly reason: 'nothing-to-adopt'; readonly path: string}
  /** `at`: the line or the member that is wrong. */
  | {readonly reason: 'answers-faulty'; readonly file: string; readonly at: string; readonly expected: string}
  | {readonly reason: 'answers-open'; readonly open: readonly string[]}
  | {readonly reason: 'published-faulty'; readonly file: string; readonly row: number; readonly why: string}
  | {readonly reason: 'no-such-adoption'; readonly adoption: string; readonly known: readonly string[]}
  | {readonly reason: 'profile-changed-since'; readonly adoption: string; readonly files: readonly string[]}
  /** It was cut short before all of it was received. */
  | {readonly reason: 'adoption-interrupted'; readonly adoption: string}
  | {readonly reason: 'adoption-log-faulty'; readonly path: string};
