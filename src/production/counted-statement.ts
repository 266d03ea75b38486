/**
 * A statement counted once and composed as often as its text changes. Of a register that is held its figures are kept in memory until
 * something is recorded or released, or a setting or a definition of the profile is another; the text is composed anew from them.
 */
import type {EditionKind} from '#concepts/edition';
import type {Finding} from '#concepts/finding';
import {type Period, periodId} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {compareStatements} from '#document/compare-statements';
import type {Statement} from '#document/statement';
import {canonicalJson} from '#kit/canonical-json';
import {done, type Outcome} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import {draw} from './compile.ts';
import {composeAll} from './compose-all.ts';
import type {Effects} from './effects.ts';
import {heldStore} from './held.ts';
import {type History, readHistory} from './history.ts';
import {KeptOf} from './kept-of.ts';
import type {Draft, Request} from './produce.ts';
import {silent} from './progress.ts';
import {programVersion} from './version.ts';
import type {OpenRegister} from './workspace.ts';

export interface StatementOf {
  readonly period: Period;
  readonly kind: EditionKind;
}

export interface CountedStatement {
  readonly draft: Draft;
  readonly request: Request;
  readonly history: History;
}

/** From the text as it stands, or as it is tried. */
export interface ComposedStatement {
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
}

type Counting = Promise<Outcome<CountedStatement, Refusal>>;

/** Of registers that this process holds, for as long as it does. */
const kept = new KeptOf<CountedStatement>(6);

/** Refused: as a statement is. */
export async function countedStatement(
  register: OpenRegister,
  {period, kind}: StatementOf,
  effects: Effects,
): Counting {
  const {folder, profile, settings, store} = register;
  const now = effects.now();
  const history = await readHistory(folder, undefined, now);
  if (!history.ok) return history;
  const {editions, changed} = history.value;
  const released = [
    ...editions.map(({id, embargo, gotOut}) => [id, embargo === undefined || embargo <= now, gotOut]),
    ...changed.map(({id}) => [id]),
  ];
  const held = heldStore(folder);
  if (held === undefined) return count(register, {period, kind}, history.value, effects);
  const key = canonicalJson([
    periodId(period),
    kind,
    // Two may be recorded at one moment; each has a number.
    (await store.submissions()).at(-1)?.id ?? 0,
    released,
    profile.definitionsDigest,
    settings.synthetic,
    settings.workspace,
  ]);
  return kept.of(held, key, () => count(register, {period, kind}, history.value, effects));
}

async function count(
  register: OpenRegister,
  {period, kind}: StatementOf,
  history: History,
  effects: Effects,
): Counting {
  const layout = {
    ...{period, kind, effects, history, version: await programVersion(effects)},
    ...{languages: undefined, asAt: undefined, strict: false, texts: undefined, media: []},
  };
  const drawn = await draw(register, layout, silent);
  return drawn.ok ? done({draft: drawn.value.draft, request: drawn.value.request, history}) : drawn;
}

/** From a profile whose definitions are those that were counted by. */
export function composedFor({draft, request}: CountedStatement, profile: Profile): ComposedStatement {
  const {cubes, beforeText, perturbation} = draft;
  const statements = composeAll(cubes, profile, request, beforeText, silent, perturbation);
  const written = statements.flatMap(({findings}) => findings);
  return {statements, findings: [...beforeText, ...written, ...compareStatements(statements)]};
}
