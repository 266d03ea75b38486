/**
 * The log of editions, `editions/log.jsonl`: append-only, one signed event a line, each naming the SHA-256 of the line before.
 * It is checked from its first line whenever it is read; a log with a fault is neither trusted nor added to.
 */
import type {KeyObject} from 'node:crypto';
import {join} from 'node:path';
import type {Finding, FindingRule} from '#concepts/finding';
import type {Refusal} from '#concepts/refusal';
import {canonicalJson} from '#kit/canonical-json';
import {defect} from '#kit/defect';
import {sha256} from '#kit/digest';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {sameName} from '#kit/person-name';
import {type Deed, type EditionEvent, readEvent} from './edition-events.ts';
import {writeDurably} from './edition-files.ts';
import {isSignedBy, keyId, readPublicKey, sign} from './edition-signing.ts';
import {exists, readBytes} from './effects.ts';

export const LOG = 'log.jsonl';
/** Who signs for the workspace itself. */
export const OFFICE = 'workspace';

export interface Log {
  readonly lines: readonly string[];
  readonly events: readonly EditionEvent[];
  /** Everyone who may sign, by key id; a person's name never changes hands. */
  readonly signers: ReadonlyMap<string, Signatory>;
}

export interface Signatory {
  readonly name: string;
  readonly key: KeyObject;
}

const EMPTY: Log = {lines: [], events: [], signers: new Map()};

/** `folder`: the workspace's `editions`. Refused: `log-faulty`. */
export async function readLog(folder: string): Promise<Outcome<Log, Refusal>> {
  const path = join(folder, LOG);
  if (!(await exists(path))) return done(EMPTY);
  const {log, findings} = checkLog(Buffer.from(await readBytes(path)).toString('utf8'));
  return findings.length === 0 ? done(log) : refuse({reason: 'log-faulty', path, findings});
}

/** The log up to its first fault, and the fault. */
export function checkLog(text: string): {readonly log: Log; readonly findings: readonly Finding[]} {
  let log = EMPTY;
  const lines = text.split('\n');
  const torn = lines.pop();
  for (const [i, line] of lines.entries()) {
    const next = taken(log, line);
    if (typeof next === 'string') return {log, findings: [fault(next, i + 1)]};
    log = next;
  }
  return {log, findings: torn === '' || torn === undefined ? [] : [fault('log-line-torn', lines.length + 1)]};
}

const fault = (rule: FindingRule, line: number): Finding => ({rule, severity: 'error', facts: {line}});

/** The log with one line more, or what is wrong with the line. */
function taken(log: Log, line: string): Log | FindingRule {
  const written = parse(line);
  const event = written && readEvent(written.event);
  if (written === undefined || event === undefined) return 'log-line-altered';
  // No byte of a line is free.
  if (canonicalJson({...event, signature: written.signature}) !== line) return 'log-line-altered';
  if (event.number !== log.lines.length + 1 || event.previous !== headOf(log)) return 'log-line-missing';
  const last = log.events.at(-1);
  if (last !== undefined && event.at < last.at) return 'log-line-out-of-time';
  const signers = withNew(log.signers, event);
  const signer = signers?.get(event.key);
  if (signers === undefined || signer?.name !== event.by) return 'log-signer-unknown';
  if (!isSignedBy(signer.key, canonicalJson(event), written.signature)) return 'log-line-altered';
  return {lines: [...log.lines, line], events: [...log.events, event], signers};
}

function parse(line: string): {readonly event: object; readonly signature: string} | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('signature' in value)) return undefined;
    const {signature, ...event} = value;
    return typeof signature === 'string' ? {event, signature} : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256 of the last line. */
const headOf = ({lines}: Log): string | null => {
  const last = lines.at(-1);
  return last === undefined ? null : sha256(last);
};

/** The log's first line brings the workspace's own key, which vouches for each person's; undefined where it does not. */
function withNew(signers: Log['signers'], event: EditionEvent): Log['signers'] | undefined {
  if (event.kind !== 'opened' && event.kind !== 'person-added') return signers.size === 0 ? undefined : signers;
  const key = readPublicKey(event.publicKey);
  if (key === undefined || keyId(key) !== event.key) return undefined;
  if (event.kind === 'opened') {
    return signers.size === 0 && event.by === OFFICE ? new Map([[event.key, {name: OFFICE, key}]]) : undefined;
  }
  const office = officeOf(signers);
  const taken = [...signers.values()].some(({name}) => sameName(name, event.by)) || signers.has(event.key);
  if (office === undefined || taken || !isSignedBy(office.key, event.publicKey, event.voucher)) return undefined;
  return new Map([...signers, [event.key, {name: event.by, key}]]);
}

export const officeOf = (signers: Log['signers']): Signatory | undefined => [...signers.values()][0];

/** The log with what `signer` did at that moment, signed; kept only by {@link keepLog}. */
export function logged(log: Log, deed: Deed, signer: Signatory, at: Instant): Log {
  const event = {
    ...deed,
    number: log.lines.length + 1,
    previous: headOf(log),
    at,
    by: signer.name,
    key: keyId(signer.key),
  };
  // Written as it will be read, so that what is kept is what can be read again.
  const said: unknown = JSON.parse(canonicalJson(event));
  const read = readEvent(said) ?? defect('an event that the log cannot read');
  const next = taken(log, canonicalJson({...read, signature: sign(signer.key, canonicalJson(read))}));
  return typeof next === 'string' ? defect(next) : next;
}

/** Whole or not at all: a log is never half of a line longer. */
export const keepLog = (folder: string, {lines}: Log): Promise<boolean> =>
  writeDurably(join(folder, LOG), `${lines.join('\n')}\n`);
