/** The real program on a real server, either ended by force in the middle of writing: what was acknowledged is there, what was refused is not. */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Refusal} from '#concepts/refusal';
import {languages} from '#language/language';
import {saidOf} from '#language/said';
import {caseFile} from '#production/case-file';
import {demo} from '#production/demo';
import {moveRegister} from '#production/move';
import {silent} from '#production/progress';
import {databaseFor, hasPostgres, type PostgresServer, startPostgres} from '../storage/postgres-server.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const place = temporaryFolder('postgres-killed');
const folder = join(place.path, 'out', 'workspace');
const RECORD = 'P-000012-4';
/** On a slow machine; what is not over by then ends with it. */
const LONG = {timeout: 240_000};

describe.runIf(hasPostgres)('ended by force', () => {
  let server: PostgresServer;
  let key = '';
  const begun: ChildProcess[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    process.env.DATABASE_URL = await databaseFor('killed');
    const wanted = {example: 'denmark-2013', profile: 'denmark', year: 2013, out: join(place.path, 'out')};
    const made = await demo(wanted, effectsIn(place.path), silent);
    if (!made.ok) throw new Error(made.refusal.reason);
    key = readFileSync(join(place.path, 'out', 'workspace.key'), 'utf8').trim();
    const moved = await moveRegister(folder, {to: 'postgres', dryRun: false});
    if (!moved.ok) throw new Error(moved.refusal.reason);
    rmSync(join(folder, 'register.sqlite'));
  });
  afterAll(async () => {
    for (const one of begun) one.kill('SIGKILL');
    delete process.env.DATABASE_URL;
    await server.remove();
    place.remove();
  });

  /** Ended with whatever asked for it, at the latest. */
  function program(signal: AbortSignal) {
    const args = ['src/cli/main.ts', 'serve', '--link', '--dir', folder, '--port', '0'];
    const env = {...process.env, OPGOR_KEY: key, XDG_CONFIG_HOME: join(place.path, 'config'), OPGOR_LANGUAGE: 'en'};
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env,
      signal,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => undefined);
    begun.push(child);
    const {promise: link, resolve} = Promise.withResolvers<string | undefined>();
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        said += part;
        const found = /http:\S+\/enter\/[\w-]+/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
    const ended = once(child, 'close').then(([code]) => {
      resolve(undefined);
      return {code: Number(code), said};
    });
    return {child, link, ended};
  }

  /** The program, and somebody at it. */
  async function atWork(signal: AbortSignal) {
    const {child, link, ended} = program(signal);
    const entry = await link;
    if (entry === undefined) throw new Error((await ended).said);
    const {origin} = new URL(entry);
    const body = new URLSearchParams({name: 'Anne Holm'});
    const entered = await fetch(entry, {method: 'POST', redirect: 'manual', body, signal});
    const cookies = entered.headers.getSetCookie().map((one) => one.split(';')[0]);
    const headers = {cookie: cookies.join('; '), origin, 'accept-language': 'en'};
    const home = await (await fetch(origin, {headers, signal})).text();
    const form = /name="_form" value="([^"]+)"/.exec(home)?.[1] ?? '';

    /** Whether it was recorded, or what the page said instead. Whoever is asked to wait does. */
    async function record(on: string, days: number): Promise<true | string> {
      const fields = new URLSearchParams({_form: form, on, days: String(days)});
      const at = `${origin}/cases/${RECORD}/add/departure-deadline`;
      let answer = await fetch(at, {method: 'POST', redirect: 'manual', headers, body: fields, signal});
      for (;;) {
        const next = answer.headers.get('location');
        if (next !== null && !next.startsWith('/working/')) return true;
        if (next === null && answer.headers.get('refresh') === null) return answer.text();
        if (next === null) await setTimeout(100);
        answer = await fetch(next === null ? answer.url : `${origin}${next}`, {redirect: 'manual', headers, signal});
      }
    }
    return {child, ended, record};
  }

  /** As in `2013-06-03 17`, of the days asked for. */
  async function kept(...on: readonly string[]): Promise<readonly string[]> {
    const effects = {...effectsIn(place.path), environment: (name: string) => (name === 'OPGOR_KEY' ? key : undefined)};
    const read = await caseFile(folder, RECORD, undefined, undefined, effects);
    if (!read.ok) throw new Error(read.refusal.reason);
    return read.value.explained.file.facts.flatMap(({fact}) =>
      fact.kind === 'departure-deadline' && on.includes(fact.on) ? [`${fact.on} ${fact.days}`] : [],
    );
  }
  const said = (refusal: Refusal) => saidOf(refusal, languages.en).what;

  async function until(isSo: () => boolean, signal: AbortSignal): Promise<void> {
    while (!isSo()) await setTimeout(20, undefined, {signal});
  }

  test('the program: nothing acknowledged is lost, and it is begun again at once', LONG, async ({signal}) => {
    const [on, acknowledged] = ['2013-06-03', [] as string[]];
    for (const kill of [0, 1, 2]) {
      const {child, ended, record} = await atWork(signal);
      const writing = (async () => {
        for (let days = kill * 900; ; days += 1)
          if ((await record(on, days)) === true) acknowledged.push(`${on} ${days}`);
      })();
      const before = acknowledged.length;
      const killed = until(() => acknowledged.length > before + 2 * kill, signal).then(() => child.kill('SIGKILL'));
      await Promise.all([expect(writing).rejects.toThrow(), killed, ended]);
    }
    const days = await kept(on);
    expect(days).toEqual(expect.arrayContaining(acknowledged));
    // Besides these, at most the one that each was in the middle of.
    expect(days.filter((one) => !acknowledged.includes(one)).length).toBeLessThanOrEqual(3);
  });

  test(
    'the server: each is told whether it was written, and the same program goes on; no second serves it',
    LONG,
    async ({signal}) => {
      const {child, ended, record} = await atWork(signal);
      const second = await program(signal).ended;
      const inUse = said({reason: 'register-in-use', path: folder});
      expect([second.code === 0, second.said]).toEqual([false, expect.stringContaining(inUse)]);

      const on = ['2013-06-04', '2013-06-05'];
      const [acknowledged, notKnown, notWritten]: [string[], string[], string[]] = [[], [], []];
      let isOver = false;
      const people = on.map(async (day) => {
        for (let days = 0; !isOver; days += 1) {
          const answer = await record(day, days);
          const told =
            answer === true ? acknowledged : /can be seen only when it does/.test(answer) ? notKnown : notWritten;
          told.push(`${day} ${days}`);
          if (answer === true) continue;
          if (told === notWritten) expect(answer).toMatch(/was acknowledged is there/);
          await setTimeout(20, undefined, {signal});
        }
      });
      const more = (howMany: number) => {
        const before = acknowledged.length;
        return until(() => acknowledged.length >= before + howMany, signal);
      };
      const work = async () => {
        for (const away of [100, 1000]) {
          await more(5);
          await server.kill();
          await setTimeout(away, undefined, {signal});
          await server.start();
          await more(5);
        }
        isOver = true;
      };
      await Promise.all([work(), ...people]);
      const days = await kept(...on);
      expect(days).toEqual(expect.arrayContaining(acknowledged));
      const unforeseen = days.filter((one) => !acknowledged.includes(one) && !notKnown.includes(one));
      expect([unforeseen, days.length]).toEqual([[], new Set(days).size]);
      child.kill('SIGTERM');
      expect((await ended).code).toBe(0);
    },
  );

  test('a program that finds no server says so, and does not begin', LONG, async ({signal}) => {
    await server.stop();
    const {code, said: heard} = await program(signal).ended;
    expect([code === 0, heard]).toEqual([false, expect.stringContaining('does not answer')]);
  });
});
