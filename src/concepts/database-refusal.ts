/** Ways of saying no of a register that is on a database server. `where` has neither user nor password. */

export type DatabaseRefusal =
  | {
      readonly reason: 'database-not-reached';
      readonly where: string;
      readonly why:
        | 'not-an-address'
        | 'no-answer'
        | 'no-such-host'
        | 'not-let-in'
        | 'no-such-database'
        | 'too-many'
        | 'starting'
        | 'not-encrypted';
    }
  | {
      readonly reason: 'database-not-usable';
      readonly where: string;
      readonly why: /** Its tables are not a register's: they are left alone. */
        | 'another-program'
        | 'tables-differ'
        | 'no-register'
        /** Of another workspace than the one asked for. */
        | 'another-workspace'
        | 'holds-register'
        | 'too-old'
        | 'not-utf8'
        | 'not-durable'
        | 'not-permitted'
        | 'read-only'
        | 'full'
        | 'busy'
        /** Somebody was erased, and what was deleted still lies on the disk. */
        | 'not-cleared';
    }
  | {readonly reason: 'database-newer'; readonly where: string; readonly version: number}
  /** `written`: whether what was under way is there. */
  | {readonly reason: 'database-gone'; readonly where: string; readonly written: 'nothing' | 'unknown'}
  /** Between reading and writing, somebody else wrote; `last` undefined: beside the register, as editions are. */
  | {
      readonly reason: 'changed-meanwhile';
      readonly last: {readonly by: string; readonly at: string; readonly source: string} | undefined;
    }
  /** The workspace says that its register is on a server, and nothing says which. */
  | {readonly reason: 'register-in-database'; readonly path: string}
  | {readonly reason: 'register-in-file'; readonly path: string}
  /** What the server's own tools do better; `command` is theirs. */
  | {readonly reason: 'left-to-database'; readonly command: string}
  | {readonly reason: 'target-not-empty'; readonly where: string; readonly rows: number}
  | {readonly reason: 'already-there'; readonly where: string}
  | {readonly reason: 'copies-differ'; readonly where: string; readonly tables: readonly string[]};
