/** Every way that the workbench says no. Whom it says no to, and about whom, is in none of them. */
import type {Role, Verb} from './rights.ts';

export type WorkbenchRefusal =
  | {readonly reason: 'not-signed-in'}
  | {readonly reason: 'not-yours-to-do'; readonly verb: Verb; readonly roles: readonly Role[]}
  | {readonly reason: 'no-such-page'}
  /** Used before, replaced by a newer one, too old, or mistyped: it does not say which. */
  | {readonly reason: 'link-not-valid'}
  /** Not an answer to what was asked, from elsewhere, too late, or nobody's: it does not say which. */
  | {readonly reason: 'passkey-not-true'}
  | {readonly reason: 'too-many-attempts'; readonly seconds: number}
  /** The form was made in another sitting, or not by us. */
  | {readonly reason: 'form-not-ours'}
  | {readonly reason: 'form-too-large'; readonly limit: number}
  | {readonly reason: 'not-filled-in'; readonly field: string}
  | {readonly reason: 'no-such-account'}
  | {readonly reason: 'last-administrator'}
  | {readonly reason: 'team-not-readable'; readonly path: string}
  | {readonly reason: 'access-log-faulty'; readonly path: string; readonly line: number}
  | {readonly reason: 'port-in-use'; readonly port: number};
