/** Who changes something does so alone; who looks, together; nobody waits for ever. */
import {setTimeout as after} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {Turns} from '#http/turns';

test('a change begins when every look before it is done, and looks after it when it is', async () => {
  const turns = new Turns();
  const said: string[] = [];
  const doing = (name: string, ms: number) => async () => {
    said.push(`${name} begins`);
    await after(ms);
    said.push(`${name} ends`);
  };
  await Promise.all([
    turns.look(doing('one look', 30)),
    turns.look(doing('another look', 10)),
    turns.change(doing('a change', 10)),
    turns.look(doing('a later look', 1)),
    turns.change(doing('a later change', 1)),
  ]);
  expect(said).toEqual([
    'one look begins',
    'another look begins',
    'another look ends',
    'one look ends',
    'a change begins',
    'a change ends',
    'a later look begins',
    'a later look ends',
    'a later change begins',
    'a later change ends',
  ]);
});

test('what fails holds nobody up', async () => {
  const turns = new Turns();
  const failing = async () => {
    throw new Error('no');
  };
  await expect(turns.change(failing)).rejects.toThrow('no');
  await expect(turns.look(failing)).rejects.toThrow('no');
  await expect(turns.change(async () => 'done')).resolves.toBe('done');
  await expect(turns.look(async () => 'seen')).resolves.toBe('seen');
});
