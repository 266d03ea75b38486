/** Rows that belong together by the numbers they share, directly or through each other: each group is one person. */
import type {Said} from '#register/identity';
import type {Keys} from '#register/keys';
import {type Token, tokensOf} from '#register/tokens';

interface Group {
  readonly rows: readonly Said[];
  readonly numbers: ReadonlySet<Token>;
}

/** In the order of their first rows. */
export function groupsOf(said: readonly Said[], keys: Keys): readonly (readonly Said[])[] {
  let groups: readonly Group[] = [];
  for (const row of said) {
    const {identifiers} = tokensOf(row.identity, keys);
    const meets = ({numbers}: Group) => identifiers.some((number) => numbers.has(number));
    const met = groups.filter(meets);
    const joined: Group = {
      rows: [...met.flatMap(({rows}) => rows), row],
      numbers: new Set([...met.flatMap(({numbers}) => [...numbers]), ...identifiers]),
    };
    const [first] = met;
    groups =
      first === undefined
        ? [...groups, joined]
        : groups.flatMap((group) => (group === first ? [joined] : met.includes(group) ? [] : [group]));
  }
  return groups.map(({rows}) => rows);
}
