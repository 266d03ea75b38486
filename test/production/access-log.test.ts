/** The access log: in order however many come at once, whole after a power cut, and never with a gap when the disk was full. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {instant} from '#kit/instant';
import {checkAccessLog, openAccessLog} from '#production/access-log';
import {temporaryFolder} from '../workspaces.ts';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder('access-log');
});
afterEach(() => place.remove());

const at = instant('2014-03-03T09:00:00Z');
const look = (what: string) => ({who: 'a-1', verb: 'case.read', what, answer: 'shown', records: ['P-000012-4']});

async function opened(folder = place.path) {
  const log = await openAccessLog(folder);
  if (!log.ok) throw new Error(log.refusal.reason);
  return log.value;
}

test('a thousand at once are all there, in the order they came, each following from the one before', async () => {
  const log = await opened();
  await Promise.all(Array.from({length: 1000}, (_, i) => log.add(look(`page ${i}`), at)));
  await log.close();
  const checked = await checkAccessLog(place.path);
  expect(checked.ok && checked.value.events.map(({what}) => what)).toEqual(
    Array.from({length: 1000}, (_, i) => `page ${i}`),
  );
  const again = await opened();
  await again.add(look('later'), at);
  await again.close();
  expect(await checkAccessLog(place.path)).toMatchObject({ok: true, value: {number: 1001}});
});

const mounted = join('/tmp', `opgor-full-${process.pid}`);
const canMount = (): boolean => {
  mkdirSync(mounted, {recursive: true});
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted]).status === 0;
  if (!done) console.warn('skipped: no small disk can be made here (mount of a tmpfs)');
  return done;
};

test.skipIf(!canMount())(
  'on a full disk what cannot be written is refused, and goes on when there is room',
  async () => {
    try {
      const log = await opened(mounted);
      const long = 'x'.repeat(1000);
      let kept = 0;
      const answers = await Promise.allSettled(
        Array.from({length: 200}, (_, i) => log.add(look(`${i} ${long}`), at).then(() => (kept += 1))),
      );
      expect(answers.some(({status}) => status === 'rejected')).toBe(true);
      for (let i = 0; i < 100; i += 1)
        await log.add(look(`one by one ${long}`), at).then(
          () => (kept += 1),
          () => undefined,
        );
      expect(kept).toBeGreaterThan(20);
      expect(kept).toBeLessThan(100);
      expect(await checkAccessLog(mounted)).toMatchObject({ok: true, value: {number: kept}});
      spawnSync('mount', ['-o', 'remount,size=1m', mounted]);
      await log.add(look('there is room again'), at);
      expect(await checkAccessLog(mounted)).toMatchObject({ok: true, value: {number: kept + 1}});
      await log.close();
    } finally {
      spawnSync('umount', [mounted]);
    }
  },
);

test('a program that is killed as it writes leaves whole lines, or one cut off that is taken away', async () => {
  const script = join(place.path, 'write.ts');
  const folder = join(place.path, 'killed');
  mkdirSync(folder);
  writeFileSync(
    script,
    `import {openAccessLog} from ${JSON.stringify(join(process.cwd(), 'src/production/access-log.ts'))};
const log = await openAccessLog(${JSON.stringify(folder)});
if (!log.ok) throw new Error();
for (let i = 0; ; i += 1) { await log.value.add({who: 'a-1', verb: 'own', what: String(i), answer: 'shown'}, '2014-03-03T09:00:00.000Z'); console.log(i); }
`,
  );
  const flags = ['--disable-warning=ExperimentalWarning'];
  let before = 0;
  for (let round = 0; round < 5; round += 1) {
    const {stdout} = spawnSync(process.execPath, [...flags, script], {
      encoding: 'utf8',
      timeout: 600 + 70 * round,
      killSignal: 'SIGKILL',
    });
    const acknowledged = stdout.trim() === '' ? 0 : stdout.trim().split('\n').length;
    const log = await opened(folder);
    const events = await log.events();
    await log.close();
    expect(events.length).toBeGreaterThanOrEqual(before + acknowledged);
    before = events.length;
  }
  expect(before).toBeGreaterThan(5);
  expect(await checkAccessLog(folder)).toMatchObject({ok: true});
});
