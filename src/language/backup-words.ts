/** What is said of backups, of restoring from them, of recovery keys and drills. */
export interface BackupWords {
  readonly written: (place: string, version: string) => string;
  readonly unchanged: (place: string, version: string) => string;
  readonly behind: (place: string, since: string, why: string) => string;
  readonly workDone: string;
  readonly noPaper: string;
  readonly thinned: (versions: number) => string;
  readonly versionLine: (version: string, made: string, files: number, bytes: number) => string;
  readonly versionState: Readonly<Record<'damaged' | 'sealed', string>>;
  readonly newerProgram: (program: string) => string;
  readonly noVersions: string;
  readonly lastDrill: (day: string, seconds: number, by: string) => string;
  readonly noDrill: string;
  readonly issued: (key: string, enough: number, of: number) => string;
  readonly paperTitle: (number: number, of: number, holder: string) => string;
  readonly paperAdvice: string;
  readonly replaced: (keys: readonly string[]) => string;
  readonly revoked: (key: string, holders: readonly string[]) => string;
  readonly keyLine: (key: string, enough: number, holders: readonly string[], day: string) => string;
  readonly noKeys: string;
  readonly typePaper: (words: number) => string;
  readonly typeMore: (typed: number, words: number) => string;
  readonly typeAnother: (given: number, enough: number) => string;
  readonly corrected: (places: readonly number[], paper: number) => string;
  readonly restored: (folder: string, version: string, made: string) => string;
  readonly couldRestore: (version: string, made: string) => string;
  readonly proof: (files: number, rows: number) => string;
  readonly proofEdition: (edition: string | undefined) => string;
  readonly proofDiffers: (what: readonly string[]) => string;
  readonly keyKept: (path: string) => string;
  readonly drilled: (seconds: number, version: string) => string;
  readonly drillRecorded: (recorded: boolean) => string;
  readonly handedOver: (path: string) => string;
}
