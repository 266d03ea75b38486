/** From draft to released, by whom and under which refusals; and what lies in the workspace afterwards. */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {instant} from '#kit/instant';
import {approve} from '#production/edition-approve';
import {markDisclosed} from '#production/edition-disclose';
import {addPerson, listPersons} from '#production/edition-persons';
import {recompile} from '#production/edition-recompile';
import {verifyFolder} from '#production/edition-verify';
import {openEditions} from '#production/editions';
import {silent} from '#production/progress';
import {statement} from '#production/statistics';
import {openRegister} from '#production/workspace';
import {A, B, type Office, openOffice, reason, recordOf, releaseIn, value} from './edition-office.ts';

let base: Office;
beforeAll(async () => {
  base = await openOffice('release');
});
afterAll(() => base.remove());

const editionsIn = async ({workspace, effects}: Office) => value(await openEditions(workspace, effects.now())).all();
const logOf = ({workspace}: Office) => readFileSync(join(workspace, 'editions', 'log.jsonl'), 'utf8');
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

describe('released', () => {
  let office: Office;
  beforeAll(async () => {
    office = base.twin('released');
    value(await releaseIn(office, {recipients: ['Ministry of Justice']}));
  });

  test('with two who signed, its recipients, and a folder that verifies', async () => {
    const [edition] = await editionsIn(office);
    expect(edition).toMatchObject({
      id: '2013-internal-1',
      state: 'released',
      preparedBy: A,
      approvedBy: B,
      alone: undefined,
      recipients: ['Ministry of Justice'],
      cutOff: '2014-01-27T09:30:00.000Z',
      folder: join(office.workspace, 'editions', '2013-internal-1'),
    });
    const verified = value(await verifyFolder(edition?.folder ?? ''));
    expect(verified.signed.map(({kind, by}) => `${kind} ${by}`)).toEqual([
      `drafted ${A}`,
      `validated ${A}`,
      `approved ${B}`,
    ]);
  });

  test('the manifest says what it was compiled from and by, and who answers for it', async () => {
    const manifest = manifestOf(join(office.workspace, 'editions', '2013-internal-1'));
    expect(manifest.edition).toMatchObject({
      id: '2013-internal-1',
      policy: 'internal',
      'prepared-by': A,
      approval: {by: B},
      profile: {id: 'denmark', sha256: manifest.profile.sha256},
      program: {node: process.versions.node, os: process.platform, arch: process.arch},
    });
    expect(manifest.edition.program.lockfile).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is never changed: the next is another edition, and the first stays as it was', async () => {
    const twin = office.twin('again');
    const before = readFileSync(join(twin.workspace, 'editions', '2013-internal-1', 'manifest.json'));
    const second = recordOf(value(await releaseIn(twin)));
    expect(second.id).toBe('2013-internal-2');
    expect(readFileSync(join(twin.workspace, 'editions', '2013-internal-1', 'manifest.json'))).toEqual(before);
    expect((await editionsIn(twin)).map(({state}) => state)).toEqual(['released', 'released']);
  });

  test('is corrected by a new edition with an erratum, and only once', async () => {
    const twin = office.twin('corrected');
    const corrects = {edition: '2013-internal-1', erratum: 'Two persons were counted under the wrong authority.'};
    const record = recordOf(value(await releaseIn(twin, {corrects})));
    const written = {...corrects, erratum: {en: corrects.erratum}};
    expect(record.corrects).toEqual(written);
    expect((await editionsIn(twin)).map(({state, correctedBy}) => [state, correctedBy])).toEqual([
      ['corrected', '2013-internal-2'],
      ['released', undefined],
    ]);
    expect(manifestOf(record.folder).edition.corrects).toEqual(written);
    expect(reason(await releaseIn(twin, {corrects}))).toBe('edition-has-correction');
    expect(reason(await releaseIn(twin, {corrects: {...corrects, edition: '2012-internal-1'}}))).toBe(
      'no-such-edition',
    );
  });

  test('got out: noted by a person, with a reason', async () => {
    const twin = office.twin('disclosed');
    const {workspace, effects} = twin;
    value(await markDisclosed(workspace, {edition: '2013-internal-1', by: B, reason: 'access request'}, effects));
    expect((await editionsIn(twin))[0]?.disclosed).toEqual([
      {at: '2014-03-03T09:00:00.000Z', by: B, reason: 'access request'},
    ]);
  });

  test('what a broken-off release left is set aside, told and not deleted', async () => {
    const twin = office.twin('stray');
    const stray = join(twin.workspace, 'editions', '2013-internal-2');
    mkdirSync(stray);
    writeFileSync(join(stray, 'manifest.json'), '{}');
    mkdirSync(join(twin.workspace, 'editions', '.2013-internal-2-a1B2c3'));
    const {setAside, ...rest} = value(await releaseIn(twin));
    expect(recordOf({...rest, setAside}).id).toBe('2013-internal-2');
    expect(setAside.map((path) => readFileSync(join(path, 'manifest.json'), 'utf8'))).toEqual(['{}']);
    expect(value(await verifyFolder(stray)).edition).toBe('2013-internal-2');
    expect(readdirSync(join(twin.workspace, 'editions')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('waiting for a second person', () => {
  let office: Office;
  beforeAll(async () => {
    office = base.twin('waiting');
    expect(recordOf(value(await releaseIn(office, {approval: undefined}))).state).toBe('validated');
  });
  const request = {edition: '2013-internal-1', by: B, alone: undefined};

  test('it lies apart, unsigned', async () => {
    const [edition] = await editionsIn(office);
    expect(edition?.folder).toBe(join(office.workspace, 'editions', 'awaiting', '2013-internal-1'));
    expect(readdirSync(edition?.folder ?? '')).not.toContain('manifest.sig');
  });

  test('the second approves, and it is the same to the byte but for the approval', async () => {
    const twin = office.twin('second');
    const waiting = manifestOf(join(twin.workspace, 'editions', 'awaiting', '2013-internal-1'));
    const {record} = value(await approve(twin.workspace, request, twin.effects));
    expect(record).toMatchObject({state: 'released', preparedBy: A, approvedBy: B});
    const {approval, record: signed, ...edition} = manifestOf(record.folder).edition;
    expect(edition).toEqual(waiting.edition);
    expect(approval).toEqual({by: B, at: '2014-03-03T09:00:00.000Z'});
    expect(signed.events).toHaveLength(3);
    expect(existsSync(join(twin.workspace, 'editions', 'awaiting', '2013-internal-1'))).toBe(false);
    value(await verifyFolder(record.folder));
    expect(reason(await approve(twin.workspace, request, twin.effects))).toBe('edition-is-already');
  });

  test('who prepared it is no second; alone takes a reason, which the manifest prints', async () => {
    const twin = office.twin('alone');
    expect(reason(await approve(twin.workspace, {...request, by: A}, twin.effects))).toBe('same-person');
    const {record} = value(await approve(twin.workspace, {...request, by: A, alone: 'July'}, twin.effects));
    expect(record).toMatchObject({state: 'released', approvedBy: A, alone: 'July'});
    expect(manifestOf(record.folder).edition.approval.alone).toEqual({reason: 'July'});
    expect(logOf(twin)).toContain('July');
  });

  test.each([
    ['a file altered', (folder: string) => writeFileSync(join(folder, 'figures.json'), '{}')],
    [
      'the manifest altered',
      (folder: string) =>
        writeFileSync(
          join(folder, 'manifest.json'),
          readFileSync(join(folder, 'manifest.json'), 'utf8').replace('"seed": ', '"seed": 1'),
        ),
    ],
    ['a file more', (folder: string) => writeFileSync(join(folder, 'more.txt'), '')],
  ])('%s meanwhile: not approved', async (name, alter) => {
    const twin = office.twin(name);
    alter(join(twin.workspace, 'editions', 'awaiting', '2013-internal-1'));
    expect(reason(await approve(twin.workspace, request, twin.effects))).toBe('edition-changed');
    expect(existsSync(join(twin.workspace, 'editions', '2013-internal-1'))).toBe(false);
  });
});

describe('under embargo', () => {
  test('it is approved until the time has passed, then released', async () => {
    const office = base.twin('embargo');
    const embargo = instant('2014-03-05T08:00:00Z');
    const record = recordOf(value(await releaseIn(office, {embargo})));
    expect(record.state).toBe('approved');
    expect(manifestOf(record.folder).edition.embargo).toBe(embargo);
    value(await verifyFolder(record.folder));
    office.at('2014-03-05T07:59:59.999Z');
    expect((await editionsIn(office))[0]).toMatchObject({state: 'approved', releasedAt: embargo});
    office.at('2014-03-05T08:00:00.000Z');
    expect((await editionsIn(office))[0]).toMatchObject({state: 'released', releasedAt: embargo});
    expect(reason(await releaseIn(office, {embargo}))).toBe('embargo-passed');
  });
});

test.each(['2013-internal-1', '2013-internal-1/more', 'awaiting/2013-internal-2', 'new'])(
  'nothing is compiled into editions/%s',
  async (name) => {
    const out = join(base.workspace, 'editions', name);
    const request = {
      period: yearPeriod(2013),
      languages: undefined,
      asAt: undefined,
      strict: false,
      out,
      media: ['html'],
    };
    expect(reason(await statement(base.workspace, request, base.effects, silent))).toBe('inside-workspace');
    const again = {edition: '2013-internal-1', out};
    expect(reason(await recompile(base.workspace, again, base.effects, silent))).toBe('inside-workspace');
  },
);

test('an edition under embargo is in no other statement before its time', async () => {
  const office = base.twin('embargo-told');
  value(await releaseIn(office, {embargo: instant('2014-03-05T08:00:00Z')}));
  const toldOf = async (name: string) => {
    const out = join(office.workspace, '..', name);
    const request = {
      period: yearPeriod(2013),
      languages: undefined,
      asAt: undefined,
      strict: false,
      out,
      media: ['html'],
    };
    value(await statement(office.workspace, request, office.effects, silent));
    return readFileSync(join(out, 'figures.json'), 'utf8').includes('2013-internal-1');
  };
  office.at('2014-03-05T07:59:59.999Z');
  expect(await toldOf('before')).toBe(false);
  office.at('2014-03-05T08:00:00.000Z');
  expect(await toldOf('after')).toBe(true);
});

describe('refused, and nothing is left of it', () => {
  test.each([
    ['by nobody known', {by: 'Carl Ek'}, 'no-such-signer'],
    ['approved by the one who prepared it', {approval: {by: ' anne  holm '}}, 'same-person'],
    ['a cut-off that has not come', {asAt: instant('2014-03-03T09:00:00.001Z')}, 'cut-off-in-future'],
    ['a correction of nothing', {corrects: {edition: '2013-internal-9', erratum: 'x'}}, 'no-such-edition'],
  ] as const)('%s', async (_, request, expected) => {
    const before = logOf(base);
    expect(reason(await releaseIn(base, request))).toBe(expected);
    expect(logOf(base)).toBe(before);
    expect(existsSync(join(base.workspace, 'editions', 'awaiting'))).toBe(false);
  });

  test('a dry run says what it would be, and keeps nothing', async () => {
    const before = logOf(base);
    const {edition, record, openQuestions} = value(await releaseIn(base, {dryRun: true}));
    expect(edition.id).toBe('2013-internal-1');
    expect(record).toBeUndefined();
    expect(openQuestions?.range.high).toBe(0);
    expect(logOf(base)).toBe(before);
    expect(readdirSync(join(base.workspace, 'editions'))).toEqual(['log.jsonl']);
  });

  test('a clock that has gone back', async () => {
    const office = base.twin('clock');
    office.at('2014-03-03T08:59:59.999Z');
    expect(reason(await releaseIn(office))).toBe('clock-behind-log');
    office.at('2014-01-27T09:29:59Z');
    writeFileSync(join(office.workspace, 'editions', 'log.jsonl'), '');
    expect(reason(await releaseIn(office))).toBe('clock-behind-register');
  });

  test('while another holds the register', async () => {
    const held = value(await openRegister(base.workspace));
    expect(reason(await releaseIn(base))).toBe('register-in-use');
    await held.store.close();
  });

  test('with a private key that is not here', async () => {
    const office = base.twin('elsewhere');
    const [, bo] = value(await listPersons(office.workspace, office.effects));
    const kept = bo?.kept ?? '';
    const key = readFileSync(kept);
    writeFileSync(kept, '');
    expect(reason(await releaseIn(office))).toBe('no-signing-key');
    mkdirSync(join(office.folder, 'stick'));
    writeFileSync(join(office.folder, 'stick', kept.replace(/^.*[\\/]/, '')), key);
    const carried = {
      ...office.effects,
      environment: (name: string) => (name === 'OPGOR_PERSON_KEYS' ? join(office.folder, 'stick') : undefined),
    };
    value(await releaseIn(office, {approval: undefined}));
    value(await approve(office.workspace, {edition: '2013-internal-1', by: B, alone: undefined}, carried));
    writeFileSync(kept, key);
  });

  test('a name that is taken, however it is spaced', async () => {
    for (const name of ['bo lind', ' Bo  LIND ', 'workspace'])
      expect(reason(await addPerson(base.workspace, name, base.effects))).toBe('signer-exists');
    expect(reason(await addPerson(base.workspace, '\u0007', base.effects))).toBe('impossible-value');
  });
});
