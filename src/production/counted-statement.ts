/**
 * A statement counted once and composed as often as its text changes. The figures are kept in memory until the register, what was
 * released, the settings or a definition of the profile is another; its text is composed anew from them.
 */
import {resolve} from 'node:path';
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
import {type History, readHistory} from './history.ts';
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

const kept = new Map<string, Map<string, Counting>>();
/** As many are kept of one workspace. */
const MOST = 6;

/** Refused: as a statement is. */
export async function countedStatement(
  register: OpenRegister,
  {period, kind}: StatementOf,
  effects: Effects,
): Counting {
  const {folder, profile, settings, store} = register;
  const history = await readHistory(folder, undefined, effects.now());
  if (!history.ok) return history;
  const {editions, changed} = history.value;
  const released = [...editions, ...changed].map(({id}) => id);
  const key = canonicalJson([
    periodId(period),
    kind,
    (await store.latest()) ?? '',
    released,
    profile.definitionsDigest,
    settings.synthetic,
    settings.workspace,
  ]);
  const place = resolve(folder);
  const known = kept.get(place) ?? new Map<string, Counting>();
  kept.set(place, known);
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST) known.clear();
  const counting = count(register, {period, kind}, history.value, effects);
  known.set(key, counting);
  const forget = () => known.get(key) === counting && known.delete(key);
  counting.then(({ok}) => ok || forget(), forget);
  return counting;
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
