/**
 * Who may sign: named persons, each with a key of their own. Its private half is in the person's own key folder, or in the folder that
 * OPGOR_PERSON_KEYS names; its public half is in the log, vouched for by the workspace's key.
 */
import {join} from 'node:path';
import type {Refusal} from '#concepts/refusal';
import type {Instant} from '#kit/instant';
import {done, type Outcome, refuse} from '#kit/outcome';
import {plainName, sameName} from '#kit/person-name';
import {atDesk, keep} from './edition-desk.ts';
import {EDITIONS} from './edition-files.ts';
import {type Log, logged, OFFICE, readLog, type Signatory} from './edition-log.ts';
import {type KeyId, keyId, newSigningKey, privatePem, publicPem, readPrivateKey, sign} from './edition-signing.ts';
import {eventsOf} from './editions.ts';
import {type Effects, exists, readBytes, removeFile, writeWhole} from './effects.ts';
import {openWorkspace} from './workspace.ts';

export interface Person {
  readonly name: string;
  readonly key: KeyId;
  readonly addedAt: Instant;
  /** Where the private half is, if it is here. */
  readonly kept: string | undefined;
}

/** Refused: `signer-exists`, `impossible-value`, `file-not-writable`. */
export const addPerson = (workspace: string, given: string, effects: Effects): Promise<Outcome<Person, Refusal>> =>
  atDesk(workspace, effects, async (desk) => {
    const name = plainName(given);
    if (!/^\p{L}[\p{L}\p{M}\p{N} .,'’()-]{0,99}$/u.test(name))
      return refuse({reason: 'impossible-value', field: 'NAME', rule: 'a name of letters, at most 100 characters'});
    const exists = [...desk.log.signers.values()].some((one) => sameName(one.name, name));
    if (exists || sameName(name, OFFICE)) return refuse({reason: 'signer-exists', name});

    const key = newSigningKey();
    const publicKey = publicPem(key);
    const path = keyPath(effects, keyId(key));
    // The key first: a name whose key nobody has would be taken for ever.
    if (!(await writeWhole(path, privatePem(key), 0o600))) return refuse({reason: 'file-not-writable', path});
    const voucher = sign(desk.office.key, publicKey);
    const kept = await keep(desk, logged(desk.log, {kind: 'person-added', publicKey, voucher}, {name, key}, desk.now));
    if (kept.ok) return done({name, key: keyId(key), addedAt: desk.now, kept: path});
    await removeFile(path);
    return kept;
  });

/** Whoever is known by this name signs with a key of their own, made where there is none yet. Refused: as {@link addPerson} is. */
export async function withSigner(workspace: string, name: string, effects: Effects): Promise<Outcome<string, Refusal>> {
  const added = await addPerson(workspace, name, effects);
  return added.ok || added.refusal.reason === 'signer-exists' ? done(plainName(name)) : added;
}

/** Everyone who may sign, in the order they were added. Needs no key. */
export async function listPersons(workspace: string, effects: Effects): Promise<Outcome<readonly Person[], Refusal>> {
  const opened = await openWorkspace(workspace);
  if (!opened.ok) return opened;
  const log = await readLog(join(workspace, EDITIONS));
  if (!log.ok) return log;
  const persons = eventsOf(log.value.events, 'person-added').flatMap(({key, by, at}) => {
    const signer = log.value.signers.get(key);
    return signer === undefined ? [] : [{name: by, key: keyId(signer.key), addedAt: at}];
  });
  const here = persons.map(async (one) => {
    const path = keyPath(effects, one.key);
    return {...one, kept: (await exists(path)) ? path : undefined};
  });
  return done(await Promise.all(here));
}

/** A person with the private key, to sign. Refused: `no-such-signer`, `no-signing-key`. */
export async function findSigner(log: Log, name: string, effects: Effects): Promise<Outcome<Signatory, Refusal>> {
  const persons = [...log.signers].filter(([, one]) => one.name !== OFFICE);
  const [id, known] = persons.find(([, one]) => sameName(one.name, name)) ?? [];
  if (id === undefined || known === undefined)
    return refuse({reason: 'no-such-signer', name: plainName(name), known: persons.map(([, one]) => one.name)});
  const path = keyPath(effects, id);
  const text = (await exists(path)) ? Buffer.from(await readBytes(path)).toString('utf8') : '';
  const key = readPrivateKey(text);
  return key !== undefined && keyId(key) === id
    ? done({name: known.name, key})
    : refuse({reason: 'no-signing-key', name: known.name, looked: [path]});
}

/** Named by the key alone: a folder of keys tells nobody's name. */
const keyPath = (effects: Effects, id: string): string =>
  join(effects.environment('OPGOR_PERSON_KEYS') ?? effects.keyFolder, `person-${id}.pem`);
