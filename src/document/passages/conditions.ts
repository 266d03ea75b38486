/** What a sentence chooses its form by, and the entries each choice can have. */
import {parseCST} from 'messageformat/cst';
import {GIVEN} from '../address.ts';

export interface Condition {
  /** What it is of: `persons-by-repeat.total`, `edition`. */
  readonly name: string;
  readonly function: string;
  /** What it is held against, where it is: the cell of `from=`, `with=`, `base=`. */
  readonly against: string | undefined;
  /** Keys that can be chosen, `*` for whatever else. */
  readonly menu: readonly string[];
}

const NOTHING = ['withheld', 'not-collected', 'not-applicable', 'nothing'];
const COUNTED = ['0', '1', 'one', 'other', ...NOTHING, '*'];

const MENUS: Readonly<Record<string, readonly string[]>> = {
  count: COUNTED,
  rest: COUNTED,
  categories: COUNTED,
  percent: [...NOTHING, '*'],
  quantifier: ['all', 'most', 'half', 'some', 'few', 'none', ...NOTHING, '*'],
  comparison: [
    'equal',
    'about-equal',
    'more',
    'fewer',
    'doubled',
    'more-than-doubled',
    'halved',
    'uneven',
    ...NOTHING,
    '*',
  ],
  change: ['rises', 'rises-from-zero', 'falls', 'stays', 'unknown', ...NOTHING, '*'],
  largest: ['none', 'only', 'tie', ...NOTHING, '*'],
  list: ['none', 'partly', 'withheld', '*'],
};

const OF_GIVEN: Readonly<Record<string, readonly string[]>> = {
  edition: ['internal', 'public', '*'],
  'smallest-shown': ['none', 'zeros-shown', 'zeros-withheld', '*'],
  'shown-anyway': ['none', 'some', '*'],
};

export function conditionsOf(source: string): readonly Condition[] {
  const message = parseCST(source);
  if (message.type !== 'select') return [];
  return message.selectors.map(({name}, i) => {
    const declared = message.declarations.flatMap((declaration) => {
      if (declaration.type === 'junk' || declaration.value.type === 'junk') return [];
      const target = declaration.type === 'local' ? declaration.target : declaration.value.arg;
      return target?.type === 'variable' && target.name === name ? [declaration.value] : [];
    })[0];
    const of = declared?.arg?.type === 'variable' ? declared.arg.name : name;
    const applied = declared?.functionRef?.type === 'function' ? declared.functionRef : undefined;
    const called = applied?.name.map(({value}) => value).join('') ?? 'count';
    const against = applied?.options.flatMap(({value}) => (value.type === 'variable' ? [value.name] : []))[0];
    const isGiven = GIVEN.some((given) => given === of);
    const known = isGiven ? (OF_GIVEN[of] ?? ['year', 'span', '*']) : (MENUS[called] ?? ['*']);
    // Numbers of the office's own are on the menu where they are used.
    const used = message.variants.flatMap(({keys}) => {
      const key = keys[i];
      return key?.type === 'literal' ? [key.value] : [];
    });
    return {name: of, function: isGiven ? 'given' : called, against, menu: [...new Set([...used, ...known])]};
  });
}
