/** What is said where a person is registered by hand. */
export interface WorkbenchNewWords {
  readonly title: string;
  readonly link: string;
  readonly choose: string;
  readonly of: (kind: string) => string;
  readonly otherKind: string;
  readonly who: string;
  readonly whoHelp: string;
  readonly name: string;
  readonly nameHint: string;
  readonly alias: string;
  readonly born: string;
  readonly estimated: string;
  readonly phone: string;
  readonly phoneHint: string;
  readonly numbers: string;
  readonly numberWrong: string;
  readonly first: string;
  readonly register: string;
  readonly registered: string;
  readonly likely: (count: number) => string;
  readonly likelyHelp: string;
  readonly hasNumber: string;
  readonly hasNumberHelp: string;
  readonly thisOne: string;
  readonly none: string;
  readonly giveName: string;
  readonly ownAlone: string;
  readonly back: string;
}
