/**
 * What a reader may have beside a public edition: every public edition before it, and every restricted one that got out. Counted
 * again as it was; what of it was shown is read from its files.
 */
import {join} from 'node:path';
import type {Finding} from '#concepts/finding';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import type {UnitRecord} from '#concepts/unit-record';
import {isPerturbing, type Policy} from '#disclosure/policy';
import type {Against} from '#disclosure/withhold';
import {shownCells} from '#exchange/read-own-csv';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome, refuse} from '#kit/outcome';
import {deidentify} from '#register/deidentify';
import {asApplicable} from '#tabulation/applicable';
import type {Cube} from '#tabulation/cube';
import {addressText} from '#tabulation/proof';
import {rolledUp} from '#tabulation/roll-up';
import {type CountedBy, count} from './count.ts';
import {exists, readBytes} from './effects.ts';
import type {History, Released} from './history.ts';
import {silent} from './progress.ts';
import type {ReadRegister} from './revise.ts';

type Printing = Against['earlier'][number];

/** A public edition tells of no other. */
export const publicAlone = (history: History): History => ({...history, editions: history.editions.filter(isOut)});

const isOut = ({kind, gotOut}: Released): boolean => kind === 'public' || gotOut;

/** In the order released. Refused: `edition-table-missing`. */
export async function earlierPrintings(
  register: ReadRegister,
  {editions}: History,
): Promise<Outcome<readonly Printing[], Refusal>> {
  const printings: Printing[] = [];
  for (const edition of editions.filter(isOut)) {
    const printing = await printingOf(register, edition);
    if (!printing.ok) return printing;
    printings.push(printing.value);
  }
  return done(printings);
}

async function printingOf(register: ReadRegister, edition: Released): Promise<Outcome<Printing, Refusal>> {
  const {cutOff, definitions, period, plan, id} = edition;
  const {cubes, restated} = await count(() => register(cutOff), definitions, period, silent);
  const printed = [...cubes, ...restated].map(asApplicable).map((cube) => rolledUp(cube, plan));
  const shown = new Set<string>();
  for (const cube of printed) {
    const cells = await shownIn(edition, cube);
    if (cells === undefined) return refuse({reason: 'edition-table-missing', edition: id, table: cube.table.id});
    for (const codes of cells) shown.add(addressText({table: cube.table.id, codes}));
  }
  return done({
    cubes: printed,
    definitions,
    plan,
    released: {edition: id, shows: (address) => shown.has(addressText(address))},
  });
}

async function shownIn({folder}: Released, {table}: Cube) {
  const path = join(folder, 'tables', `${table.id}.csv`);
  if (!(await exists(path))) return undefined;
  return shownCells(Buffer.from(await readBytes(path)).toString('utf8'), table.dimensions);
}

const isSame = (one: Policy, other: Policy): boolean => canonicalJson(one) === canonicalJson(other);

/** Whom editions counted whose figures were changed in the same way, in the order released. */
export interface CountedBefore {
  readonly period: Period;
  readonly definitions: CountedBy;
  readonly units: readonly UnitRecord[];
}

export async function countedAlike(
  register: ReadRegister,
  {changed}: History,
  policy: Policy,
): Promise<readonly CountedBefore[]> {
  const all: CountedBefore[] = [];
  for (const {period, definitions, cutOff} of changed.filter((one) => isSame(one.policy, policy))) {
    const [counted] = await deidentify(register(cutOff), definitions, [period]);
    all.push({period, definitions, units: counted?.units ?? []});
  }
  return all;
}

/** A figure that is withheld in one edition and changed in another, or changed twice, is told of by both. */
export function methodsBeside({editions, changed}: History, policy: Policy): readonly Finding[] {
  if (policy.edition === 'internal') return [];
  const others = [
    ...(isPerturbing(policy) ? editions.filter(isOut) : []),
    ...changed.filter((one) => !isSame(one.policy, policy)),
  ];
  if (others.length === 0) return [];
  return [{rule: 'disclosure-methods-differ', severity: 'warning', facts: {editions: others.map(({id}) => id)}}];
}

/** What is shown of a part of a period can be taken from what is shown of the whole: that is not reckoned with. */
export function periodsBeside({editions}: History, policy: Policy, period: Period): readonly Finding[] {
  if (policy.edition === 'internal') return [];
  const others = editions.filter(
    (one) =>
      isOut(one) &&
      periodId(one.period) !== periodId(period) &&
      one.period.from <= period.to &&
      one.period.to >= period.from,
  );
  if (others.length === 0) return [];
  return [{rule: 'disclosure-periods-overlap', severity: 'warning', facts: {editions: others.map(({id}) => id)}}];
}
