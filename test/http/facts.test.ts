/** Facts recorded and corrected at a form: everything wrong told beside its field, nothing typed lost, nobody of another authority touched. */
import {type Browser, chromium} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {languages} from '#language/language';
import {caseFile} from '#production/case-file';
import {CHROMIUM_FLAGS, findChromium} from '../readers/programs.ts';
import {forgetExample, freeName, type Office, openOffice, type Person} from './office.ts';

const RECORD = 'P-000012-4';
const words = languages.en.workbench.facts;
let office: Office;
let anne: Person;
beforeAll(async () => {
  office = await openOffice();
  anne = await office.enter(['caseworker']);
});
afterAll(async () => {
  await office.close();
  forgetExample();
});

const facts = async (record = RECORD) => {
  const read = await caseFile(office.folder, record, undefined, undefined, office.effects);
  if (!read.ok) throw new Error(read.refusal.reason);
  const {file, gone} = read.value.explained;
  return file.facts.map((one) => ({...one, gone: gone.includes(one.id)}));
};
const following = async (answer: Response) => (await anne.get(answer.headers.get('location') ?? '')).text();

describe('added', () => {
  test('by the person who is signed in, with a day as the office writes it', async () => {
    const answer = await anne.post(`/cases/${RECORD}/add/attestation`, {
      on: '2. maj 2013',
      earlier: 'yes',
      year: '2010',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cases/${RECORD}`]);
    expect(await following(answer)).toContain(words.saved('Earlier assessment attested'));
    expect((await facts()).at(-1)).toMatchObject({
      source: 'entry',
      recordedBy: 'Test caseworker',
      fact: {kind: 'attestation', on: '2013-05-02', earlier: 'yes', year: 2010},
    });
  });

  test('twice by one form is once', async () => {
    const seen = String((await facts()).at(-1)?.id);
    const typed = {on: '03-06-2013', days: '30', _seen: seen};
    await anne.post(`/cases/${RECORD}/add/departure-deadline`, typed);
    const once = (await facts()).length;
    expect((await anne.post(`/cases/${RECORD}/add/departure-deadline`, typed)).status).toBe(303);
    expect((await facts()).length).toBe(once);
  });

  test('with several faults: each is told at its field, all that was typed stays, and nothing is recorded', async () => {
    const before = await facts();
    const typed = {on: '31-02-2013', by: 'us', outcome: 'perhaps', born: '<i>yesterday</i>'};
    const answer = await anne.post(`/cases/${RECORD}/add/assessment`, typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page.match(/class="form-group form-error"/g)).toHaveLength(3);
    expect(page).toContain('value="31-02-2013"');
    expect(page).toContain('&lt;i&gt;yesterday&lt;/i&gt;');
    expect(page).toMatch(/<option value="us" selected>/);
    expect(page).toMatch(/<option value="perhaps" selected>perhaps/);
    expect(await facts()).toEqual(before);
    const last = (await office.bench.log.events()).findLast(({who}) => who === anne.id);
    expect(last?.answer).toBe('refused: not-recorded');
  });

  test('a day that is to come and a code of no list are told at their fields', async () => {
    const page = await (
      await anne.post(`/cases/${RECORD}/add/assessment`, {on: '2031-01-01', by: 'us', outcome: 'x'})
    ).text();
    expect(page).toContain('id="fault-on"');
    expect(page).toContain(words.notListed);
  });

  test('a text that names the person is not recorded, and stays', async () => {
    const name = (await caseNames())[0] ?? '';
    const answer = await anne.post(`/cases/${RECORD}/add/case-complex`, {on: '03-06-2013', complex: `Ring of ${name}`});
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`>Ring of ${name}</textarea>`);
    expect(page).toContain('id="fault-complex"');
  });

  test('no kind that is not asked for here', async () => {
    for (const kind of ['erasure', 'answer', 'identity-decision', 'toString'])
      expect((await anne.post(`/cases/${RECORD}/add/${kind}`, {on: '03-06-2013'})).status).toBe(404);
  });
});

const caseNames = async () => {
  const read = await caseFile(office.folder, RECORD, undefined, undefined, office.effects);
  return read.ok ? read.value.person.names : [];
};

describe('corrected', () => {
  const standing = async (kind: string) => {
    const found = (await facts()).findLast(({fact, gone}) => fact.kind === kind && !gone);
    if (found === undefined) throw new Error(kind);
    return found;
  };

  test('the old one is withdrawn with why, the new one stands, and the age with it', async () => {
    const old = await standing('assessment');
    if (old.fact.kind !== 'assessment') throw new Error();
    const path = `/cases/${RECORD}/facts/${old.id}/correct`;
    const codes = Object.fromEntries(Object.entries(old.fact.codes).map(([name, all]) => [name, all.join(',')]));
    const outcome = old.fact.outcome === 'victim' ? 'not-victim' : 'victim';
    const page = await (await anne.get(path)).text();
    expect(page).toContain(`<option value="${old.fact.outcome}" selected>`);
    const given = {...codes, on: old.fact.on, by: old.fact.by, outcome, why: 'recorded-in-error'};
    const known = [...page.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
    expect(known).toContain(outcome);
    const answer = await anne.post(path, given);
    expect(answer.status).toBe(303);
    const now = await facts();
    expect(now.find(({id}) => id === old.id)?.gone).toBe(true);
    expect(now.at(-2)?.fact).toMatchObject({kind: 'withdrawal', of: old.id, why: 'recorded-in-error'});
    expect(now.at(-1)?.fact).toEqual({...old.fact, outcome});
    expect(now.at(-1)?.record).toBe(old.record);
    // Somebody else was first.
    expect((await anne.post(path, given)).status).toBe(422);
    expect(await facts()).toEqual(now);
  });

  test('without why nothing happens, and what was typed stays', async () => {
    const old = await standing('attestation');
    const before = await facts();
    const answer = await anne.post(`/cases/${RECORD}/facts/${old.id}/correct`, {on: '02-05-2013', earlier: 'unknown'});
    const page = await answer.text();
    expect([answer.status, page.includes('id="fault-why"')]).toEqual([422, true]);
    expect(page).toContain('<option value="unknown" selected>');
    expect(await facts()).toEqual(before);
  });
});

describe('of another authority', () => {
  test('nobody is added to or corrected, and that there is somebody is not told', async () => {
    const all = await facts();
    const known = new Set(all.flatMap(({fact, source}) => [source, fact.kind === 'assessment' ? fact.by : source]));
    const other = ['us', 'cmm', 'returns', 'court'].find((one) => !known.has(one));
    if (other === undefined) throw new Error('known to all');
    const bo = await office.enter(['caseworker'], other);
    const id = all[0]?.id;
    for (const path of [`/cases/${RECORD}/add`, `/cases/${RECORD}/add/charge`, `/cases/${RECORD}/facts/${id}/correct`])
      expect([path, (await bo.get(path)).status]).toEqual([path, 404]);
    expect((await bo.post(`/cases/${RECORD}/add/charge`, {on: '03-06-2013'})).status).toBe(404);
    expect(
      (await bo.post(`/cases/${RECORD}/facts/${id}/correct`, {on: '03-06-2013', why: 'wrong-person'})).status,
    ).toBe(404);
    expect(await facts()).toEqual(all);
  });

  test('a fact of somebody else is not withdrawn or corrected through one’s own', async () => {
    const other = (await facts('P-000013-2'))[0];
    if (other === undefined) throw new Error();
    expect(
      (await anne.post(`/cases/${RECORD}/facts/${other.id}/correct`, {on: '03-06-2013', why: 'wrong-person'})).status,
    ).toBe(422);
    const withdrawn = await anne.post(`/cases/${RECORD}/add/withdrawal`, {
      on: '03-03-2014',
      of: String(other.id),
      why: 'wrong-person',
    });
    expect(withdrawn.status).toBe(422);
    expect((await facts('P-000013-2'))[0]?.gone).toBe(false);
  });
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(() => browser.close());

  test('without script: from the file to the form, wrong first, then mended, and back', async () => {
    const invited = await office.bench.team.invite({
      name: freeName(office.bench.team, 'Anne Holm'),
      roles: ['caseworker'],
      authority: undefined,
    });
    if (!invited.ok) throw new Error(invited.refusal.reason);
    const context = await browser.newContext({javaScriptEnabled: false, locale: 'da'});
    const page = await context.newPage();
    await page.goto(`${office.url}/enter/${invited.value.token}`);
    await page.locator('main button').click();
    await page.goto(`${office.url}/cases/${RECORD}`);
    const {facts: da} = languages.da.workbench;
    await page.getByRole('link', {name: da.add}).click();
    await page.getByRole('link', {name: languages.da.answers.kinds.charge}).click();
    await page.locator('#field-on').fill('31. februar 2013');
    await page.getByRole('button', {name: da.save}).click();
    expect(await page.locator('#field-on').inputValue()).toBe('31. februar 2013');
    expect(await page.locator('#field-on').getAttribute('aria-invalid')).toBe('true');
    await page.locator('#field-on').fill('28. februar 2013');
    await page.getByRole('button', {name: da.save}).click();
    expect(await page.locator('.alert-success').textContent()).toBe(da.saved(languages.da.answers.kinds.charge));
    expect((await facts()).at(-1)).toMatchObject({recordedBy: 'Anne Holm', fact: {kind: 'charge', on: '2013-02-28'}});
    await context.close();
  });
});
