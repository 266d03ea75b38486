/** Every way that a backup, a restore or a recovery key says no. No word of a paper is in any of them. */
export type BackupRefusal =
  | {readonly reason: 'no-backup-place'}
  | {readonly reason: 'place-not-there'; readonly place: string}
  | {readonly reason: 'place-full'; readonly place: string}
  | {readonly reason: 'place-not-writable'; readonly place: string}
  | {readonly reason: 'no-backup-there'; readonly place: string; readonly workspaces: readonly string[]}
  | {readonly reason: 'no-such-version'; readonly version: string; readonly known: readonly string[]}
  /** `whole`: the newest version of which every byte is as it was written. */
  | {
      readonly reason: 'backup-damaged';
      readonly version: string;
      readonly file: string;
      readonly whole: string | undefined;
    }
  /** Nothing would be left that opens. */
  | {readonly reason: 'last-version'; readonly place: string}
  | {readonly reason: 'backup-newer'; readonly version: string; readonly program: string}
  | {readonly reason: 'restored-otherwise'; readonly version: string; readonly differing: readonly string[]}
  | {readonly reason: 'paper-words-missing'; readonly words: number; readonly of: number}
  /** `strange`: the places of words that are no paper's. */
  | {readonly reason: 'paper-not-readable'; readonly strange: readonly number[]}
  | {readonly reason: 'paper-of-another'; readonly key: string; readonly known: readonly string[]}
  | {readonly reason: 'papers-do-not-match'; readonly keys: readonly string[]}
  | {readonly reason: 'papers-too-few'; readonly key: string; readonly given: number; readonly enough: number}
  | {readonly reason: 'paper-does-not-open'; readonly key: string}
  | {readonly reason: 'no-such-recovery-key'; readonly key: string; readonly known: readonly string[]}
  | {readonly reason: 'recovery-keys-altered'; readonly path: string}
  | {readonly reason: 'impossible-split'; readonly enough: number; readonly of: number; readonly most: number};
