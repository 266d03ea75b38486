/** What the command says: help, receipts, proofs. */
export type CommandName =
  | 'init'
  | 'demo'
  | 'profile check'
  | 'receive'
  | 'adopt'
  | 'add'
  | 'statement'
  | 'series'
  | 'why'
  | 'questions'
  | 'erase'
  | 'recovery'
  | 'compare'
  | 'ledger'
  | 'revisions'
  | 'person add'
  | 'person list'
  | 'release'
  | 'approve'
  | 'editions'
  | 'verify'
  | 'recompile'
  | 'send-back'
  | 'mark-disclosed'
  | 'calendar'
  | 'calendar add'
  | 'link'
  | 'encode'
  | 'attack'
  | 'check'
  | 'protect'
  | 'review'
  | 'decide'
  | 'text import'
  | 'text list'
  | 'text preview'
  | 'text change'
  | 'backup'
  | 'backup to'
  | 'backup list'
  | 'backup forget'
  | 'restore'
  | 'drill'
  | 'hand-over'
  | 'move'
  | 'start'
  | 'serve'
  | 'audit excerpt'
  | 'audit verify'
  | 'key issue'
  | 'key list'
  | 'key revoke'
  | 'key rotate';

/** What `serve --public` says on the terminal. */
export interface ExploreSaid {
  readonly serving: (url: string, editions: number) => string;
  readonly leftOut: (folder: string, why: string) => string;
  readonly served: string;
}

export interface CliWords {
  readonly tagline: string;
  readonly usage: string;
  readonly commands: string;
  readonly options: string;
  readonly example: string;
  readonly more: string;
  /** Over what one of a command's positionals may be. */
  readonly oneOf: (name: string) => string;
  readonly remedy: string;
  readonly summaries: Readonly<Record<CommandName, string>>;
  /** By option name; the same option means the same in every command, */
  readonly optionWords: Readonly<Record<OptionName, string>>;
  /** and is told by what it does there where a command has a narrower word for it. */
  readonly optionWordsOf: Readonly<Partial<Record<CommandName, Readonly<Partial<Record<OptionName, string>>>>>>;
  readonly misuse: {
    readonly unknownCommand: (given: string) => string;
    readonly unknownOption: (given: string, nearest: string | undefined) => string;
    readonly takesNoValue: (option: string) => string;
    readonly yearAndPeriod: string;
    readonly notTogether: (one: string, other: string) => string;
    readonly oneOf: (one: string, other: string) => string;
    readonly missing: (name: string) => string;
    readonly tooMany: (given: string) => string;
    readonly notAPort: (given: string) => string;
    readonly notAllowed: (option: string, given: string, expected: string) => string;
    readonly nobodyToAsk: string;
  };
  readonly stages: Readonly<
    Record<'read' | 'receive' | 'count' | 'prove' | 'compose' | 'render' | 'write' | 'link' | 'open' | 'solve', string>
  >;
  readonly defect: (what: string) => string;
  readonly serving: (url: string) => string;
  readonly linkIn: (url: string, name: string) => string;
  readonly openThis: (url: string) => string;
  readonly served: string;
  readonly explore: ExploreSaid;
  readonly anchorsHold: (anchors: number) => string;
  readonly excerpt: (record: string, events: number) => string;
  readonly beyond: string;
  readonly logHolds: (events: number, head: string) => string;
}

export type OptionName =
  | 'anchor'
  | 'public'
  | 'editions'
  | 'no-browser'
  | 'open'
  | 'for'
  | 'link'
  | 'origin'
  | 'host'
  | 'port'
  | 'dir'
  | 'json'
  | 'help'
  | 'profile'
  | 'out'
  | 'source'
  | 'table'
  | 'cell'
  | 'dry-run'
  | 'control-total'
  | 'errors'
  | 'accept-withdrawals'
  | 'recorded-at'
  | 'by'
  | 'from'
  | 'to'
  | 'as-at'
  | 'definitions'
  | 'from-year'
  | 'also'
  | 'to-year'
  | 'language'
  | 'media'
  | 'strict'
  | 'set'
  | 'reason'
  | 'yes'
  | 'synthetic'
  | 'edition'
  | 'approved-by'
  | 'alone'
  | 'recipient'
  | 'embargo'
  | 'corrects'
  | 'erratum'
  | 'over-findings'
  | 'with-open-questions'
  | 'key'
  | 'on'
  | 'check'
  | 'policy'
  | 'explain'
  | 'find'
  | 'pair'
  | 'sample'
  | 'ranges'
  | 'quality'
  | 'as'
  | 'take-back'
  | 'id'
  | 'new-key'
  | 'mapping'
  | 'against'
  | 'year'
  | 'smallest-shown'
  | 'propose'
  | 'version'
  | 'before'
  | 'all'
  | 'even-the-last'
  | 'paper'
  | 'any'
  | 'accept'
  | 'accept-all'
  | 'form'
  | 'wording'
  | 'when'
  | 'add'
  | 'remove'
  | 'time-limit'
  | 'answers'
  | 'published'
  | 'undo';
