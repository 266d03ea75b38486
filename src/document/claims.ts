/** What is true wherever a variant stands: the keys by which its functions selected it. */
import type {Model} from 'messageformat';
import type {Variant} from './message-model.ts';

const CLAIMING = ['quantifier', 'comparison', 'change', 'largest', 'list'];

/** A count of exactly 0 is "none", of 1 is "one"; for other counts a variant claims nothing. */
const OF_COUNT: Readonly<Record<string, string>> = {'0': 'none', '1': '1', one: '1'};

/** What a key says beside itself: the only category that occurs has all, a rise from zero is a rise from none. */
const ALSO: Readonly<Record<string, readonly string[]>> = {only: ['all'], 'rises-from-zero': ['rises', 'none']};

export function claimsOf(model: Model.Message, {keys}: Variant): ReadonlySet<string> {
  if (model.type === 'message') return new Set();
  const claimed = model.selectors.flatMap(({name}, i) => {
    const key = keys[i] ?? '*';
    const by = selectingFunction(model, name);
    if (key === '*' || by === undefined) return [];
    if (by === 'count' || by === 'rest' || by === 'categories') return OF_COUNT[key] ?? [];
    return CLAIMING.includes(by) ? [key, ...(ALSO[key] ?? [])] : [];
  });
  return new Set(claimed);
}

/** What a variant was chosen for because there is no figure of it: by the name its selector was made from. */
export function withoutFigure(model: Model.Message, {keys}: Variant): readonly string[] {
  if (model.type === 'message') return [];
  return model.selectors.flatMap(({name}, i) => {
    if (keys[i] !== 'withheld' && keys[i] !== 'nothing') return [];
    const {arg} = model.declarations.find((declaration) => declaration.name === name)?.value ?? {};
    return arg?.type === 'variable' ? [arg.name] : [];
  });
}

function selectingFunction({declarations}: Model.Message, name: string): string | undefined {
  return declarations.find((declaration) => declaration.name === name)?.value.functionRef?.name;
}
