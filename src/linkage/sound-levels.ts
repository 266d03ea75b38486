/**
 * Levels that make sense: a stronger agreement never speaks less for a match than a weaker one, exact agreement never
 * against, and no agreement never for. Where EM says otherwise it found another class than the matches.
 */
import {withPrior} from './estimate.ts';
import type {Field} from './field.ts';
import type {FieldModel, ModelWarning} from './model.ts';

interface Sound extends FieldModel {
  readonly warning?: ModelWarning;
}

const FLOOR = 1e-7;
/** In bits: less is noise. */
const TOLERATED = 1;
/** Levels so rare say nothing of EM. */
const SEEN = 0.02;
const SEEN_BY_CHANCE = 1e-5;

export function soundLevels(field: Field, m: readonly number[], u: readonly number[]): Sound {
  const last = m.length - 1;
  const isWrong = (m[0] ?? 1) < (u[0] ?? 0) || (last > 0 && (m[last] ?? 0) > (u[last] ?? 1));
  if (isWrong && (m[0] ?? 1) < 0.999) {
    const prior = withPrior(
      m.map(() => 0),
      field.priorM,
      1,
    );
    return {...pooled(prior, u), warning: {warning: 'm-below-u', field: field.name}};
  }
  const {worst, ...levels} = pooled(m, u);
  return worst > TOLERATED ? {...levels, warning: {warning: 'not-monotone', field: field.name}} : levels;
}

/** Neighbouring levels out of order share one ratio (pool adjacent violators). */
function pooled(m: readonly number[], u: readonly number[]) {
  const groups: {m: number; u: number; levels: number[]}[] = [];
  let worst = 0;
  m.forEach((share, at) => {
    let group = {m: Math.max(share, FLOOR), u: Math.max(u[at] ?? 0, FLOOR), levels: [at]};
    for (
      let before = groups.at(-1);
      before !== undefined && before.m / before.u < group.m / group.u;
      before = groups.at(-1)
    ) {
      const isSeen = Math.min(before.m, group.m) >= SEEN && Math.min(before.u, group.u) >= SEEN_BY_CHANCE;
      if (isSeen) worst = Math.max(worst, Math.log2(group.m / group.u) - Math.log2(before.m / before.u));
      group = {m: before.m + group.m, u: before.u + group.u, levels: [...before.levels, ...group.levels]};
      groups.pop();
    }
    groups.push(group);
  });
  const shared = (level: number, of: 'm' | 'u') => {
    const group = groups.find(({levels}) => levels.includes(level));
    const own = Math.max(u[level] ?? 0, FLOOR);
    return group === undefined ? 0 : of === 'u' ? own : (own * group.m) / group.u;
  };
  return {m: m.map((_, at) => shared(at, 'm')), u: m.map((_, at) => shared(at, 'u')), worst};
}
