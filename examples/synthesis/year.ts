/** One year at the authorities: every slot becomes a case of a person, new or met before. */
import type {Authority, Case, ContactForm, Exploitation, Outcome, Person, Residence} from './case.ts';
import {addDays, day, earlier, later} from './day.ts';
import type {Figures, Group} from './figures.ts';
import {invent} from './person.ts';
import type {Met} from './pool.ts';
import type {Random} from './random.ts';
import type {Mark, Slots} from './slots.ts';

export interface Counters {
  serial: number;
  us: number;
  cmm: number;
}

/** A case, and whether its person may be met again or travel home. */
export interface Happening {
  readonly one: Case;
  readonly met?: Met;
  /** First assessed in the year and nothing else: may be given a return without moving another figure. */
  readonly plain: boolean;
}

export function* casesOf(random: Random, {year}: Figures, slots: Slots, counters: Counters): Generator<Happening> {
  for (let index = 0; index < slots.size; index++) {
    const decidedOn = addDays(day(year, 1, 3), Math.floor((index * 360) / slots.size));
    yield* casesAt(random, slots.slot(index), decidedOn, counters);
  }
}

type Slot = ReturnType<Slots['slot']>;

function* casesAt(random: Random, {group, outcome, mark}: Slot, slotDay: string, counters: Counters) {
  const decidedOn = roomFor(mark, slotDay);
  const age = mark?.kind === 'child' ? 'child' : mark?.kind === 'ageless' ? 'unknown' : 'adult';
  const before = mark !== undefined && 'met' in mark ? mark.met : undefined;
  const person =
    before?.person ??
    invent(random, {serial: counters.serial++, group, age, on: decidedOn, mayBeNameless: mark === undefined});
  // Who later has lawful stay had no asylum claim in between.
  const first = mark?.kind === 'twice' ? {...group, residence: 'unlawful' as const} : group;
  const mayBeBlank = mark === undefined;
  const say = (more: Partial<Filing>) =>
    fileCase(random, {group: first, person, outcome, decidedOn, counters, before, mayBeBlank, ...more});

  if (mark?.kind === 'refused-same-year')
    yield {one: say({outcome: 'not-victim', decidedOn: addDays(decidedOn, -random.between(30, 80))}), plain: false};
  const one = say(whatIsSaidOfEarlier(random, mark, decidedOn));
  const met = {person, group, year: Number(decidedOn.slice(0, 4)), decidedOn, rounds: one.round};
  yield {one, met, plain: mark === undefined && outcome === 'victim' && person.name !== undefined};
  if (mark?.kind === 'twice') {
    const again = {group: {...group, authority: 'cmm'}, knownToUs: true} as const;
    yield {one: say({...again, decidedOn: addDays(decidedOn, random.between(40, 100))}), plain: false};
  }
}

/** A second decision the same year needs days before or after the first. */
function roomFor(mark: Mark | undefined, decidedOn: string): string {
  const year = Number(decidedOn.slice(0, 4));
  if (mark?.kind === 'twice') return earlier(decidedOn, day(year, 9, 10));
  return mark?.kind === 'refused-same-year' ? later(decidedOn, day(year, 4, 15)) : decidedOn;
}

function whatIsSaidOfEarlier(random: Random, mark: Mark | undefined, decidedOn: string): Partial<Case> {
  switch (mark?.kind) {
    case 'linked':
      return random.chance(0.6) ? {earlier: 'yes', earlierYear: mark.met.year} : {};
    case 'attested':
      return {earlier: 'yes', ...(random.chance(0.5) ? {earlierYear: Number(decidedOn.slice(0, 4)) - 8} : {})};
    case 'unsure':
      return {earlier: 'unknown'};
    default:
      return random.chance(0.5) ? {earlier: 'no'} : {};
  }
}

interface Filing extends Partial<Case> {
  readonly group: Group;
  readonly person: Person;
  readonly outcome: Outcome;
  readonly decidedOn: string;
  readonly counters: Counters;
  readonly before: Met | undefined;
  /** Only where no other contact of the person could be taken for the one that is not told. */
  readonly mayBeBlank: boolean;
}

function fileCase(random: Random, filing: Filing): Case {
  const {group, person, outcome, decidedOn, counters, before, mayBeBlank, ...said} = filing;
  const {authority, exploitation, industry} = group;
  const contactOn = addDays(decidedOn, -random.between(5, 25));
  const residence = group.residence ?? competentFor(random, authority);
  const contactForm = mayBeBlank && random.chance(0.03) ? undefined : random.weighted(CONTACTS[authority]).form;
  const others = random.chance(0.08) && exploitation !== 'drug-sales' ? [otherThan(exploitation)] : [];
  return {
    person,
    number: authority === 'us' ? counters.us++ : counters.cmm++,
    round: authority === 'us' ? (before?.rounds ?? 0) : (before?.rounds ?? 0) + 1,
    authority,
    knownToUs: authority === 'us' || before?.group.authority === 'us' || person.serial % 3 === 0,
    contactOn,
    decidedOn,
    outcome,
    exploitation,
    otherForms: others,
    residence,
    ...(industry && {industry}),
    ...(contactForm && {contactForm}),
    ...(residence === 'asylum-seeker' && {asylumOn: addDays(contactOn, -random.between(0, 60))}),
    ...(authority === 'court' && {chargedOn: addDays(contactOn, -random.between(0, 40))}),
    ...(authority === 'us' && outcome === 'victim' && deadline(random, decidedOn)),
    ...(random.chance(0.06) && {children: random.between(1, 2)}),
    ...(random.chance(0.2) && {complex: `SYN–${decidedOn.slice(0, 4)}–${random.between(1, 6)}`}),
    ...said,
  };
}

const competentFor = (random: Random, authority: Authority): Residence =>
  authority === 'cmm' || (authority === 'court' && random.chance(0.3))
    ? 'lawful'
    : random.chance(0.25)
      ? 'asylum-seeker'
      : 'unlawful';

/** Thirty days, and at most a hundred in all; a hundred and twenty from the amendment of 2013 on. */
function deadline(random: Random, decidedOn: string): Pick<Case, 'deadlineDays' | 'reflectionDays'> {
  const most = decidedOn < '2013-05-02' ? 100 : 120;
  return {deadlineDays: 30, ...(random.chance(0.8) && {reflectionDays: random.pick([30, 60, 90, most])})};
}

const otherThan = (main: Exploitation): Exploitation => (main === 'prostitution' ? 'forced-labour' : 'prostitution');

const CONTACTS: Readonly<Record<Authority, readonly {readonly form: ContactForm; readonly weight: number}[]>> = {
  us: [
    {form: 'police', weight: 30},
    {form: 'outreach', weight: 12},
    {form: 'asylum-system', weight: 16},
    {form: 'prison', weight: 8},
    {form: 'ngo', weight: 6},
    {form: 'hotline', weight: 3},
    {form: 'other', weight: 2},
  ],
  cmm: [
    {form: 'outreach', weight: 10},
    {form: 'police', weight: 8},
    {form: 'hotline', weight: 5},
    {form: 'labour-inspection', weight: 4},
    {form: 'ngo', weight: 4},
  ],
  court: [
    {form: 'police', weight: 6},
    {form: 'prison', weight: 4},
  ],
};
