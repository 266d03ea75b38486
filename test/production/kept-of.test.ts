/** What is kept of a held register: worked out once, waited for together, and tried again where it failed or was refused. */
import {afterAll, beforeAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import {add, questions} from '#production/casework';
import {KeptOf} from '#production/kept-of';
import {openRegister} from '#production/workspace';
import {forgetExample, type Office, openOffice} from '../http/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

async function store() {
  const opened = await openRegister(office.folder);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  return opened.value.store;
}

test('once, however many ask; again where it was refused or thrown; the most are kept', async () => {
  const [of, kept] = [await store(), new KeptOf<number>(2)];
  let worked = 0;
  const work = async (): Promise<Outcome<number, Refusal>> => done(++worked);
  expect(await Promise.all([kept.of(of, 'a', work), kept.of(of, 'a', work)])).toEqual([done(1), done(1)]);
  expect(await kept.of(of, 'b', async () => refuse({reason: 'no-such-page'}))).toMatchObject({ok: false});
  expect(await kept.of(of, 'b', work)).toEqual(done(2));
  await expect(kept.of(of, 'c', async () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(await kept.of(of, 'a', work)).toEqual(done(3));
  expect(await kept.of(await store(), 'd', work)).toEqual(done(4));
});

test('questions are asked again once something was recorded, whoever recorded it', async () => {
  const open = async () => {
    const found = await questions(office.folder, yearPeriod(2013), {ranges: false});
    if (!found.ok) throw new Error(found.refusal.reason);
    return found.value.questions;
  };
  const before = await open();
  expect(await open()).toBe(before);
  const [first] = before;
  if (first === undefined) throw new Error('no question');
  const given = {on: '2014-03-03', of: String(first.of), question: first.rule, reason: 'Asked; it stands.'};
  const added = await add(
    office.folder,
    {record: first.record, kind: 'answer', given, recordedAt: undefined, recordedBy: 'Anne'},
    office.effects,
  );
  expect(added.ok).toBe(true);
  expect(await open()).toHaveLength(before.length - 1);
});
