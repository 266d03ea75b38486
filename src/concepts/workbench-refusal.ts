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
  /** The office's identity provider does not answer. */
  | {readonly reason: 'provider-not-reached'}
  /** Not an answer to what was asked there, too late, or its signature is not the provider's: it does not say which. */
  | {readonly reason: 'provider-not-true'}
  /** Known at the provider, but no account is joined to whoever it is. */
  | {readonly reason: 'not-joined'}
  /** Whoever it is at the provider is another account already. */
  | {readonly reason: 'joined-to-another'}
  | {readonly reason: 'issuer-not-encrypted'; readonly issuer: string}
  /** `from`: the environment's variable, or the file. */
  | {readonly reason: 'client-secret-missing'; readonly from: string}
  | {readonly reason: 'too-many-attempts'; readonly seconds: number}
  /** The form was made in another sitting, or not by us. */
  | {readonly reason: 'form-not-ours'}
  | {readonly reason: 'form-too-large'; readonly limit: number}
  | {readonly reason: 'not-filled-in'; readonly field: string}
  | {readonly reason: 'no-such-account'}
  /** Or one that reads alike. */
  | {readonly reason: 'name-taken'}
  | {readonly reason: 'disk-full'}
  | {readonly reason: 'last-administrator'}
  | {readonly reason: 'team-not-readable'; readonly path: string}
  | {readonly reason: 'access-log-faulty'; readonly path: string; readonly line: number}
  /** Line `line` is not what was laid outside, or is not there. */
  | {readonly reason: 'log-not-as-anchored'; readonly path: string; readonly line: number; readonly at: string}
  | {readonly reason: 'anchor-not-readable'; readonly path: string}
  /** Within the workspace it anchors nothing. */
  | {readonly reason: 'anchor-inside'; readonly path: string}
  | {readonly reason: 'port-in-use'; readonly port: number};
