/** What is compared of two persons must be something the profile lets be known of one. */
import type {Finding} from '#concepts/finding';
import {nearest} from '#kit/nearest';
import type {Definitions} from './definitions.ts';
import {fault, type Located} from './fault.ts';
import {IDENTITY_COLUMNS, type IdentityPolicy} from './identity-policy.ts';

export function checkIdentity({identity, concepts, sources}: Definitions): readonly Finding[] {
  const schemes = sources.flatMap(({value: {columns}}) =>
    columns.flatMap(({type}) =>
      type.kind === 'identifier' ? [type.scheme, ...(type.part === undefined ? [] : [type.part.scheme])] : [],
    ),
  );
  const known = [...new Set([...IDENTITY_COLUMNS, ...schemes, ...concepts.map(({value}) => value.id)])];
  return identity.flatMap((policy) => [...strangeColumns(policy, known), ...thresholdFaults(policy)]);
}

const strangeColumns = ({value, at}: Located<IdentityPolicy>, known: readonly string[]): readonly Finding[] =>
  Object.entries(value.link.fields).flatMap(([field, {columns, aliases}]) =>
    [...columns, ...(aliases === undefined ? [] : [aliases])]
      .filter((name) => !known.includes(name))
      .map((name) =>
        fault('no-such-column-linked', at(['fields', field]), {name, known, nearest: nearest(name, known) ?? ''}),
      ),
  );

function thresholdFaults({value, at}: Located<IdentityPolicy>): readonly Finding[] {
  const {link = 1, review = 0} = value.link.thresholds ?? {};
  return review < link ? [] : [fault('thresholds-out-of-order', at(['thresholds']), {link, review})];
}
