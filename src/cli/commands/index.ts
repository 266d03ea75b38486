/** The shelf of commands, in the order of the work. Each is fetched when it is asked for: a command starts with its own code alone. */
import type {CommandName} from '#language/cli-words';
import type {Command} from '../command.ts';

const SHELF: Readonly<Record<CommandName, () => Promise<Command>>> = {
  demo: async () => (await import('./demo.ts')).demo,
  init: async () => (await import('./init.ts')).init,
  'profile check': async () => (await import('./profile-check.ts')).profileCheck,
  adopt: async () => (await import('./adopt.ts')).adopt,
  receive: async () => (await import('./receive.ts')).receive,
  add: async () => (await import('./add.ts')).add,
  review: async () => (await import('./review.ts')).review,
  decide: async () => (await import('./decide.ts')).decide,
  questions: async () => (await import('./questions.ts')).questions,
  why: async () => (await import('./why.ts')).why,
  statement: async () => (await import('./statement.ts')).statement,
  'text list': async () => (await import('./text-list.ts')).textList,
  'text preview': async () => (await import('./text-list.ts')).textPreview,
  'text change': async () => (await import('./text-list.ts')).textChange,
  'text import': async () => (await import('./text-import.ts')).textImport,
  series: async () => (await import('./series.ts')).series,
  compare: async () => (await import('./compare.ts')).compare,
  'person add': async () => (await import('./person.ts')).personAdd,
  'person list': async () => (await import('./person.ts')).personList,
  protect: async () => (await import('./protect.ts')).protect,
  release: async () => (await import('./release.ts')).release,
  approve: async () => (await import('./approve.ts')).approve,
  editions: async () => (await import('./editions.ts')).editions,
  'send-back': async () => (await import('./send-back.ts')).sendBack,
  'mark-disclosed': async () => (await import('./mark-disclosed.ts')).markDisclosed,
  'calendar add': async () => (await import('./calendar.ts')).calendarAdd,
  calendar: async () => (await import('./calendar.ts')).calendar,
  verify: async () => (await import('./verify.ts')).verify,
  recompile: async () => (await import('./recompile.ts')).recompile,
  revisions: async () => (await import('./revisions.ts')).revisions,
  ledger: async () => (await import('./ledger.ts')).ledger,
  attack: async () => (await import('./attack.ts')).attack,
  check: async () => (await import('./check.ts')).check,
  link: async () => (await import('./link.ts')).link,
  encode: async () => (await import('./encode.ts')).encode,
  erase: async () => (await import('./erase.ts')).erase,
  backup: async () => (await import('./backup.ts')).backup,
  'backup to': async () => (await import('./backup.ts')).backupTo,
  'backup list': async () => (await import('./backup.ts')).backupList,
  'backup forget': async () => (await import('./backup-forget.ts')).backupForget,
  restore: async () => (await import('./restore.ts')).restore,
  drill: async () => (await import('./restore.ts')).drill,
  move: async () => (await import('./move.ts')).move,
  start: async () => (await import('./start.ts')).start,
  serve: async () => (await import('./serve.ts')).serve,
  'audit excerpt': async () => (await import('./audit.ts')).auditExcerpt,
  'audit verify': async () => (await import('./audit.ts')).auditVerify,
  'hand-over': async () => (await import('./hand-over.ts')).handOver,
  'key issue': async () => (await import('./key.ts')).keyIssue,
  'key list': async () => (await import('./key.ts')).keyList,
  'key revoke': async () => (await import('./key.ts')).keyRevoke,
  'key rotate': async () => (await import('./key.ts')).keyRotate,
  recovery: async () => (await import('./recovery.ts')).recovery,
};

/** The one that is asked for; where none is, all, so that help can name them. A command may have two words: the longest that fits. */
export async function commandsFor(args: readonly string[]): Promise<readonly Command[]> {
  const asked = [args.slice(0, 2).join(' '), args[0]];
  const [fetch] = asked.flatMap((name) => Object.entries(SHELF).flatMap(([known, of]) => (known === name ? [of] : [])));
  return Promise.all(fetch === undefined ? Object.values(SHELF).map((each) => each()) : [fetch()]);
}
