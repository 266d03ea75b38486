/** The log tells when a line was altered, taken out, put in, torn or signed by a stranger. */
import {generateKeyPairSync, type KeyObject} from 'node:crypto';
import {expect, test} from 'vitest';
import {canonicalJson} from '#kit/canonical-json';
import {sha256} from '#kit/digest';
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {checkLog, type Log, logged, OFFICE} from '#production/edition-log';
import {keyId, publicPem, sign} from '#production/edition-signing';

const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const office = {name: OFFICE, key: newKey()};
const anne = {name: 'Anne Holm', key: newKey()};
const at = instant('2014-03-03T09:00:00Z');
const empty: Log = {lines: [], events: [], signers: new Map()};

const period = {from: plainDate('2013-01-01'), to: plainDate('2013-12-31')};
const added = (person: typeof anne, voucher = office.key) =>
  ({kind: 'person-added', publicKey: publicPem(person.key), voucher: sign(voucher, publicPem(person.key))}) as const;
const planned = (day: string) => ({kind: 'planned', period, edition: 'internal', on: plainDate(day)}) as const;

const opened = logged(empty, {kind: 'opened', workspace: 'w', publicKey: publicPem(office.key)}, office, at);
const log = ['2014-03-01', '2014-03-02', '2014-03-03'].reduce(
  (so, day) => logged(so, planned(day), anne, at),
  logged(opened, added(anne), anne, at),
);
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const told = (written: string) => checkLog(written).findings.map(({rule, facts}) => `${rule} ${facts.line}`);

test('as written', () => {
  expect(told(text(log.lines))).toEqual([]);
  expect(told('')).toEqual([]);
  expect(checkLog(text(log.lines)).log.events).toEqual(log.events);
});

test.each([1, 2, 3, 4, 5])('line %i altered in any byte', (number) => {
  const line = log.lines[number - 1] ?? '';
  for (let at = 0; at < line.length; at += 7) {
    const altered = `${line.slice(0, at)}${line[at] === 'x' ? 'y' : 'x'}${line.slice(at + 1)}`;
    const [first = ''] = told(text(log.lines.with(number - 1, altered)));
    expect(first).toMatch(new RegExp(`^log-(line-altered|line-missing|line-out-of-time|signer-unknown) ${number}$`));
  }
});

test('a line taken out, put in, or changed places', () => {
  const [a = '', b = '', c = '', d = '', e = ''] = log.lines;
  expect(told(text([a, b, d, e]))).toEqual(['log-line-missing 3']);
  expect(told(text([a, b, c, c, d, e]))).toEqual(['log-line-missing 4']);
  expect(told(text([a, b, d, c, e]))).toEqual(['log-line-missing 3']);
  expect(told(text([b, c, d, e]))).toEqual(['log-line-missing 1']);
});

test('a last line torn, and one torn in the middle', () => {
  const whole = text(log.lines);
  expect(told(whole.slice(0, -1))).toEqual(['log-line-torn 5']);
  expect(told(whole.slice(0, -40))).toEqual(['log-line-torn 5']);
  expect(told(text(log.lines.with(2, (log.lines[2] ?? '').slice(0, 50))))).toEqual(['log-line-altered 3']);
});

/** A line that fits the chain, made with any key. */
function forged(event: object, name: string, key: KeyObject, after = log): string {
  const last = after.lines.at(-1);
  const head = {
    number: after.lines.length + 1,
    previous: last === undefined ? null : sha256(last),
    at,
    by: name,
    key: keyId(key),
  };
  const whole = {...event, ...head};
  return canonicalJson({...whole, signature: sign(key, canonicalJson(whole))});
}

test('a stranger cannot write a line, nor under another’s name, nor bring a key of their own', () => {
  const stranger = {name: 'Carl Ek', key: newKey()};
  const after = (line: string) => told(text([...log.lines, line]));
  expect(after(forged(planned('2014-03-04'), 'Anne Holm', stranger.key))).toEqual(['log-signer-unknown 6']);
  expect(after(forged(planned('2014-03-04'), 'Carl Ek', stranger.key))).toEqual(['log-signer-unknown 6']);
  expect(after(forged(planned('2014-03-04'), 'Bo Lind', anne.key))).toEqual(['log-signer-unknown 6']);
  expect(after(forged(added(stranger, stranger.key), 'Carl Ek', stranger.key))).toEqual(['log-signer-unknown 6']);
  const renamed = {name: 'anne  holm', key: stranger.key};
  expect(after(forged(added(renamed), 'anne  holm', stranger.key))).toEqual(['log-signer-unknown 6']);
  const second = {kind: 'opened', workspace: 'w', publicKey: publicPem(stranger.key)};
  expect(after(forged(second, OFFICE, stranger.key))).toEqual(['log-signer-unknown 6']);
  expect(after(forged(planned('2014-03-04'), 'Anne Holm', anne.key))).toEqual([]);
});

test('whoever signed a line cannot write it anew: the next one names it as it was', () => {
  const [a = '', b = ''] = log.lines;
  const rewritten = forged(planned('2014-12-24'), 'Anne Holm', anne.key, checkLog(text([a, b])).log);
  expect(told(text([a, b, rewritten]))).toEqual([]);
  expect(told(text(log.lines.with(2, rewritten)))).toEqual(['log-line-missing 4']);
});

test('a line from before the one above it', () => {
  const earlier = {...planned('2014-03-04')};
  const last = sha256(log.lines.at(-1) ?? '');
  const head = {number: 6, previous: last, at: '2014-03-03T08:59:59.999Z', by: 'Anne Holm', key: keyId(anne.key)};
  const line = canonicalJson({...earlier, ...head, signature: sign(anne.key, canonicalJson({...earlier, ...head}))});
  expect(told(text([...log.lines, line]))).toEqual(['log-line-out-of-time 6']);
});
