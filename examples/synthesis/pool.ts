/** Persons already met, who may turn up again: the same sex and nationality, known by a number. */
import type {Authority, Person} from './case.ts';
import type {Group} from './figures.ts';
import type {Random} from './random.ts';

export interface Met {
  readonly person: Person;
  readonly group: Group;
  readonly year: number;
  readonly decidedOn: string;
  /** How many cases CMM has had of the person. */
  readonly rounds: number;
}

export class Pool {
  readonly #met = new Map<string, Met[]>();

  add(met: Met): void {
    const key = keyOf(met.group);
    const list = this.#met.get(key);
    if (list === undefined) this.#met.set(key, [met]);
    else list.push(met);
  }

  /** One who fits the group and will be known again by that authority, no longer in the pool; undefined when there is none. */
  takeLike(random: Random, group: Group): Met | undefined {
    const own = () => takeAny(random, this.#met.get(keyOf(group)));
    const others = () => takeAny(random, this.#met.get(keyOf({...group, authority: 'us'})));
    return group.authority !== 'us' && random.chance(0.5) ? (others() ?? own()) : own();
  }

  take(random: Random): Met | undefined {
    const lists = [...this.#met.values()].map((list) => ({list, weight: list.length}));
    return lists.length === 0 ? undefined : takeAny(random, random.weighted(lists).list);
  }
}

export function takeAny<T>(random: Random, list: T[] | undefined): T | undefined {
  if (list === undefined || list.length === 0) return undefined;
  const chosen = random.below(list.length);
  const found = list[chosen];
  const last = list.pop();
  if (last !== undefined && chosen < list.length) list[chosen] = last;
  return found;
}

/** CMM keeps the courts' cases too, and knows the Immigration Service's persons by their number; not the other way. */
const file = (authority: Authority) => (authority === 'us' ? 'us' : 'cmm');
const keyOf = ({sex, nationality, authority}: Group) => `${sex} ${nationality} ${file(authority)}`;
