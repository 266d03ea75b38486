/** What is said where a fact is recorded or corrected by a form. */
export interface WorkbenchFactsWords {
  readonly add: string;
  readonly addHelp: string;
  readonly addTo: (kind: string, name: string) => string;
  readonly correct: string;
  readonly correctOf: (kind: string, name: string) => string;
  readonly correctHelp: string;
  readonly withdraw: string;
  /** What a link is about, for whoever hears it alone. */
  readonly about: (kind: string, day: string) => string;
  readonly save: string;
  readonly saveCorrected: string;
  readonly saved: (kind: string) => string;
  readonly corrected: (kind: string) => string;
  readonly toPerson: string;
  readonly faults: (count: number) => string;
  readonly mustBeGiven: string;
  readonly notPossible: (rule: string) => string;
  readonly notListed: string;
  readonly choose: string;
  readonly notStated: string;
  readonly optional: string;
  readonly ageStays: string;
}
