/** A workbench ended by force in the middle of writing: what it acknowledged is there when it is begun again, and the log follows. */
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {checkAccessLog} from '#production/access-log';
import {caseFile} from '#production/case-file';
import {demo} from '#production/demo';
import {silent} from '#production/progress';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const place = temporaryFolder('killed');
const out = join(place.path, 'out');
const folder = join(out, 'workspace');
const RECORD = 'P-000012-4';
const KILLS = 4;
let key = '';
let serving: ChildProcess | undefined;
afterAll(() => {
  serving?.kill('SIGKILL');
  place.remove();
});

/** The real program; the link that it prints. */
async function begin(): Promise<string> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    'src/cli/main.ts',
    'serve',
    '--link',
    '--dir',
    folder,
    '--port',
    '0',
  ];
  const env = {...process.env, OPGOR_KEY: key, XDG_CONFIG_HOME: join(place.path, 'config')};
  const begun = spawn(process.execPath, args, {env, stdio: ['ignore', 'pipe', 'pipe']});
  serving = begun;
  return new Promise((resolve, reject) => {
    let said = '';
    const heard = (part: Buffer) => {
      said += part.toString('utf8');
      const link = /http:\S+\/enter\/[\w-]+/.exec(said)?.[0];
      if (link !== undefined) resolve(link);
    };
    begun.stdout.on('data', heard);
    begun.stderr.on('data', heard);
    begun.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

async function comeIn(link: string) {
  const {origin} = new URL(link);
  const entered = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({name: 'Anne Holm'}),
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const home = await (await fetch(origin, {headers: {cookie}})).text();
  const form = /name="_form" value="([^"]+)"/.exec(home)?.[1] ?? '';
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {cookie, origin},
      body: new URLSearchParams({_form: form, ...fields}),
    });
  return {post};
}

test('whenever it is ended, nothing acknowledged is lost', {timeout: 120_000}, async () => {
  const made = await demo(
    {example: 'denmark-2013', profile: 'denmark', year: 2013, out},
    effectsIn(place.path),
    silent,
  );
  if (!made.ok) throw new Error(made.refusal.reason);
  key = readFileSync(join(out, 'workspace.key'), 'utf8').trim();
  const effects = {...effectsIn(place.path), environment: (name: string) => (name === 'OPGOR_KEY' ? key : undefined)};
  const acknowledged: {readonly names: string[]; readonly days: number[]} = {names: [], days: []};
  for (let kill = 0; kill < KILLS; kill += 1) {
    const {post} = await comeIn(await begin());
    const program = serving;
    if (program === undefined) throw new Error();
    // Two at once, one in the team's file and one in the register, until it is gone.
    const people = (async () => {
      for (let i = 0; ; i += 1) {
        const name = `Person ${kill} ${i}`;
        if ((await post('/team', {name, role: 'reader'})).status === 200) acknowledged.names.push(name);
      }
    })();
    const facts = (async () => {
      for (let i = 0; ; i += 1) {
        const days = 1 + kill * 1000 + i;
        const answer = await post(`/cases/${RECORD}/add/departure-deadline`, {on: '03-06-2013', days: String(days)});
        if (answer.status === 303) acknowledged.days.push(days);
      }
    })();
    const gone = once(program, 'exit');
    setTimeout(() => program.kill('SIGKILL'), 300 + kill * 170);
    await Promise.all([expect(people).rejects.toThrow(), expect(facts).rejects.toThrow(), gone]);
    expect(program.signalCode).toBe('SIGKILL');
  }
  const {post} = await comeIn(await begin());
  expect((await post('/team', {name: 'After all that', role: 'reader'})).status).toBe(200);
  const over = serving && once(serving, 'exit');
  serving?.kill('SIGTERM');
  await over;
  expect(acknowledged.names.length).toBeGreaterThan(KILLS);
  expect(acknowledged.days.length).toBeGreaterThan(KILLS);
  const team: {accounts: {name: string}[]} = JSON.parse(readFileSync(join(folder, 'workbench', 'team.json'), 'utf8'));
  expect(team.accounts.map(({name}) => name)).toEqual(
    expect.arrayContaining([...acknowledged.names, 'After all that']),
  );
  const read = await caseFile(folder, RECORD, undefined, undefined, effects);
  if (!read.ok) throw new Error(read.refusal.reason);
  const kept = read.value.explained.file.facts.flatMap(({fact}) =>
    fact.kind === 'departure-deadline' ? [fact.days] : [],
  );
  expect(kept).toEqual(expect.arrayContaining(acknowledged.days));
  const log = await checkAccessLog(folder);
  if (!log.ok) throw new Error(log.refusal.reason);
  const done = log.value.events.filter(({what, answer}) => what === 'POST /team' && answer === 'done').length;
  expect(done).toBeGreaterThanOrEqual(acknowledged.names.length);
});
