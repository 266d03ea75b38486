/** `opgor review` as an office has it: with a screen of its own, without one, and on a real terminal. */
import {spawn, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Screen} from '../../src/cli/screen.ts';
import {agencyYears} from '../history/agency-years.ts';
import {type Answer, type SmallOffice, smallOffice} from '../history/small-office.ts';

let office: SmallOffice;
const names: string[] = [];

beforeAll(async () => {
  const {lists} = agencyYears(3, 2011, 2);
  office = await smallOffice('review');
  office.edit('linkage.yaml', (text) => text.replace('asked-again: 0.1', 'asked-again: 1'));
  for (const [i, rows] of lists.entries()) {
    office.at(`${2012 + i}-01-10T09:00:00Z`);
    await office.receive(rows);
    names.push(...[...rows.values()].flatMap(({Navn = ''}) => (Navn.length > 4 ? [Navn] : [])));
  }
}, 60_000);

afterAll(() => office.remove());

/** What is pressed and typed there, and what was shown. */
function screenOf(keys: readonly string[], lines: readonly string[] = []) {
  const [left, typed] = [[...keys], [...lines]];
  const shown: string[] = [];
  let closed = false;
  const screen: Screen = {
    columns: 100,
    show: (text) => shown.push(text),
    key: async () => left.shift(),
    line: async () => typed.shift(),
    close: () => {
      closed = true;
    },
  };
  return {screen, shown, isClosed: () => closed};
}

const times = (count: number, key: string) => Array.from({length: count}, () => key);
const named = (text: string) => names.filter((name) => text.includes(name));
const waiting = async (by = 'Anne Holm') => (await office.done('review', '--by', by)).pairs;

describe('without a terminal', () => {
  test('a dry run says what would be put, and writes nothing', async () => {
    const dry = await office.done('review', '--find', '--dry-run');
    expect(dry).toMatchObject({written: false, decided: 0, dropped: 0});
    expect(dry.asked).toBeGreaterThan(10);
    expect(await waiting()).toEqual([]);
  });

  test('what is found waits, and is not put twice', async () => {
    const first = await office.done('review', '--find');
    expect(first.written).toBe(true);
    expect(await office.done('review', '--find')).toMatchObject({written: false, asked: 0});
    expect((await waiting()).length).toBe(first.asked);
  });

  test('neither the list nor a pair names anyone', async () => {
    const listed = await office.opgor(['review']);
    const [{on, other}] = await waiting();
    const pair = await office.opgor(['review', '--pair', `${other},${on}`, '--json']);
    expect(JSON.parse(pair.out).waterfall.steps.length).toBeGreaterThan(3);
    const plain = await office.opgor(['review', '--pair', `${on},${other}`]);
    for (const {out, err, code} of [listed, pair, plain]) {
      expect(code).toBe(0);
      expect(named(out + err)).toEqual([]);
      expect(out + err).not.toMatch(/\b9\d{5}\b/);
    }
  });

  test('what each verdict moves is told beforehand', async () => {
    const [first] = await waiting();
    expect(first.moves.different).toEqual([]);
    expect(first.moves.returning.length).toBeGreaterThan(0);
  });

  test('a pair that does not wait, and what is no pair', async () => {
    expect(await office.refused('review', '--pair', 'P-000001-9,P-000002-7')).toBe('pair-not-waiting');
    expect((await office.opgor(['review', '--pair', 'P-000001'])).code).toBe(2);
  });

  test('what is told by itself is asked by itself', async () => {
    for (const [alone, beside] of [
      [['--quality'], '--find'],
      [['--quality'], '--sample=20'],
      [['--quality'], '--pair=P-000001-9,P-000002-7'],
      [['--pair', 'P-000001-9,P-000002-7'], '--find'],
    ] as const) {
      const {code, err} = await office.opgor(['review', ...alone, beside]);
      expect(code).toBe(2);
      expect(err).toContain(`Give ${alone[0]} or ${beside.split('=')[0]}; not both.`);
    }
  });
});

describe('on a screen', () => {
  test('the pair is side by side, with its bars and what each verdict moves; it goes when it is left', async () => {
    const {screen, shown, isClosed} = screenOf(['q']);
    const {out, err} = await office.opgor(['review', '--by', 'Anne Holm'], {screen});
    const [pair = ''] = shown;
    expect(named(pair).length).toBeGreaterThan(0);
    expect(pair).toContain('█');
    expect(pair).toMatch(/^born: /m);
    expect(pair).not.toMatch(/year-only|else/);
    expect(pair).toMatch(/r {2}same person, returning +20\d\d: persons/);
    expect(isClosed()).toBe(true);
    expect(named(out + err)).toEqual([]);
  });

  test('decided with a reason, taken back, and skipped', async () => {
    const before = await waiting();
    const {screen, shown} = screenOf(['r', 'u', 's', '?', ' ', 'q'], ['the same scar']);
    const {out} = await office.opgor(['review', '--by', 'Anne Holm'], {screen});
    expect(shown[1]).toContain('Decided: same person, returning.');
    expect(shown[2]).toContain(`Taken back: ${before[0].on} – ${before[0].other}.`);
    expect(shown[4]).toContain('r  same person, returning: one person');
    expect(out).toContain('0 answered');
    expect(await waiting()).toEqual(before);
  });

  test('without a reason nothing is decided', async () => {
    const before = await waiting();
    const {screen, shown} = screenOf(['d', 'q'], ['  ']);
    await office.opgor(['review', '--by', 'Anne Holm'], {screen});
    expect(shown[1]).toContain('Nothing was decided.');
    expect(await waiting()).toEqual(before);
  });

  test('a reason names nobody, since it stays when an identity is destroyed', async () => {
    const before = await waiting();
    const {screen, shown} = screenOf(['r', 'd', 'q'], [`the same as ${names[3]}`, 'has the number 900004']);
    await office.opgor(['review', '--by', 'Anne Holm'], {screen});
    expect(shown[1]).toContain('a name that somebody in the register has');
    expect(shown[2]).toContain('what could be a person’s number');
    expect(await waiting()).toEqual(before);
  });

  test('nor one word of a name of the two, in the genitive', async () => {
    const before = await waiting();
    const {screen: looked, shown: pairs} = screenOf(['q']);
    await office.opgor(['review', '--by', 'Anne Holm'], {screen: looked});
    const [name = ''] = named(pairs[0] ?? '');
    const word = name.split(/[ -]/).find((one) => one.length > 2) ?? expect.unreachable(name);
    const {screen, shown} = screenOf(['r', 'q'], [`the same as ${word.toUpperCase()}S`]);
    await office.opgor(['review', '--by', 'Anne Holm'], {screen});
    expect(shown[1]).toContain('At word 4, the reason has a word that is in a name of one of the two.');
    expect(await waiting()).toEqual(before);
  });

  test('what is decided moves the figures as was told, and is asked again of somebody else, blind', async () => {
    const before = await waiting();
    const at = before.findIndex(({moves}: Answer) => moves.returning[0]?.repeats[1] > moves.returning[0]?.repeats[0]);
    const first = before[at];
    const {screen} = screenOf([...times(at, 's'), 'r', 'q'], ['the same scar']);
    await office.opgor(['review', '--by', 'Anne Holm'], {screen});
    const [{year, persons, repeats}] = first.moves.returning;
    const counted = async () => (await office.done('why', first.on, String(year))).periods[0];
    expect([persons[1] - persons[0], repeats[1] - repeats[0]]).toEqual([0, 1]);
    expect(await counted()).toMatchObject({reason: 'counted', repetition: 'linked'});
    expect((await waiting()).some(({on, other}: Answer) => on === first.on && other === first.other)).toBe(false);

    const decided = await office.done('review', '--by', 'Anne Holm', '--pair', `${first.on},${first.other}`);
    expect(decided).toMatchObject({on: first.on, other: first.other});
    expect(decided.decision).toMatchObject({
      verdict: 'returning',
      basis: 'review',
      by: 'Anne Holm',
      reason: 'the same scar',
    });
    expect(decided.waterfall.steps.length).toBeGreaterThan(3);
    const plain = await office.opgor(['review', '--by', 'Anne Holm', '--pair', `${first.on},${first.other}`]);
    expect(plain.out).toMatch(
      /^Decided on 20\d\d-\d\d-\d\d by Anne Holm: same person, returning \(the same scar\)\.\nNames/,
    );
    expect(named(plain.out)).toEqual([]);
    const {screen: one, shown: both} = screenOf([' ']);
    await office.opgor(['review', '--by', 'Anne Holm', '--pair', `${first.on},${first.other}`], {screen: one});
    expect(both[0]).toMatch(/^Decided on .*\n\n/);
    expect(named(both[0] ?? '').length).toBeGreaterThan(0);
    expect(both[0]).not.toContain('r i f d');

    const blindly = await office.done('review', '--by', 'Bo Lind', '--pair', `${first.on},${first.other}`);
    expect(blindly.decision).toBeUndefined();
    const again = (await waiting('Bo Lind')).at(-1);
    expect(again).toMatchObject({on: first.on, other: first.other, part: 're-review'});
    expect(again.moves).toBeUndefined();
    const all = (await waiting('Bo Lind')).length;
    const {screen: blind, shown} = screenOf([...times(all - 1, 's'), 'd', 'q'], ['another scar']);
    await office.opgor(['review', '--by', 'Bo Lind'], {screen: blind});
    expect(shown[all - 1]).toContain('asked again');
    expect(shown[all - 1]).not.toMatch(/the same scar|persons \d/);
    const {agreement} = await office.done('review');
    expect(agreement).toMatchObject({pairs: 1, agreed: 0, kappa: 0});
    expect(agreement.interval).toBeUndefined();
    expect((await office.opgor(['review'])).out).toContain(
      '1 pair was answered twice, 0 alike; Cohen’s κ 0.00 (no interval: too few pairs, or all alike).',
    );
    expect(await counted()).toMatchObject({reason: 'counted', repetition: 'linked'});
  });
});

test('two reviewers, and a third where they differ', async () => {
  office.edit('linkage.yaml', (text) => text.replace('second-reviewer: none', 'second-reviewer: all'));
  const [first] = await waiting();
  const answer = async (by: string, keys: readonly string[]) => {
    const {screen, shown} = screenOf([...keys, 'q'], ['seen']);
    await office.opgor(['review', '--by', by], {screen});
    return shown.at(-1);
  };
  const partFor = async (by: string) =>
    (await waiting(by)).find(({on, other}: Answer) => on === first.on && other === first.other)?.part;
  const at = async (by: string) =>
    (await waiting(by)).findIndex(({on, other}: Answer) => on === first.on && other === first.other);

  expect(await answer('Anne Holm', ['r'])).toContain('waits for another reviewer');
  expect([await partFor('Anne Holm'), await partFor('Bo Lind')]).toEqual([undefined, 'second']);
  expect(await answer('Bo Lind', [...times(await at('Bo Lind'), 's'), 'd'])).toContain('waits for another reviewer');
  expect([await partFor('Bo Lind'), await partFor('Carla Moos')]).toEqual([undefined, 'adjudication']);
  expect(await answer('Carla Moos', [...times(await at('Carla Moos'), 's'), 'd'])).toContain('Decided: different');
  office.edit('linkage.yaml', (text) => text.replace('second-reviewer: all', 'second-reviewer: none'));
});

/** A terminal of the system’s own, by util-linux `script`. */
const hasTerminal = spawnSync('script', ['--version']).status === 0;

test.skipIf(!hasTerminal)(
  'on a real terminal: keys, a reason, and nothing left behind',
  {timeout: 60_000},
  async () => {
    const [before] = await waiting();
    const command = `"${process.execPath}" --disable-warning=ExperimentalWarning src/cli/main.ts review --by "Anne Holm" --dir "${office.workspace}"`;
    const key = readFileSync(join(office.folder, 'keys', `${await keyName()}.key`), 'utf8').trim();
    const said = await typed(command, {OPGOR_KEY: key, OPGOR_LANGUAGE: 'en'}, [
      ['decide', 'd'],
      ['Why', 'another year of birth\r'],
      ['Decided: different persons.', 'q'],
    ]);
    expect(said).toContain('\u001b[?1049h');
    const after = said.slice(said.lastIndexOf('\u001b[?1049l'));
    expect(after).toContain('1 answered');
    expect(named(after)).toEqual([]);
    const now = await waiting();
    expect(now.some(({on, other}: Answer) => on === before.on && other === before.other)).toBe(false);
  },
);

const keyName = async () => {
  const settings = readFileSync(join(office.workspace, 'opgor.yaml'), 'utf8');
  return /workspace: (\S+)/.exec(settings)?.[1] ?? '';
};

/** Types each answer once what it waits for has been said since the one before. */
function typed(
  command: string,
  environment: Readonly<Record<string, string>>,
  answers: readonly (readonly [awaited: string, typed: string])[],
): Promise<string> {
  return new Promise((ended) => {
    const child = spawn('script', ['-qefc', command, '/dev/null'], {env: {...process.env, ...environment}});
    const left = [...answers];
    let [said, seen] = ['', 0];
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const [next] = left;
      const at = next === undefined ? -1 : said.indexOf(next[0], seen);
      if (next === undefined || at < 0) return;
      left.shift();
      seen = at + next[0].length;
      // Once the terminal listens for it.
      setTimeout(() => child.stdin.write(next[1]), 300);
    });
    child.on('close', () => ended(said));
  });
}
