/** What is compared of two persons must be something the profile lets be known of one. */
import type {Finding} from '#concepts/finding';
import {nearest} from '#kit/nearest';
import type {Definitions} from './definitions.ts';
import {fault, type Located} from './fault.ts';
import {IDENTITY_COLUMNS, type IdentityPolicy} from './identity-policy.ts';

export function checkIdentity({identity, concepts, sources, codeLists}: Definitions): readonly Finding[] {
  const schemes = sources.flatMap(({value: {columns}}) =>
    columns.flatMap(({type}) =>
      type.kind === 'identifier' ? [type.scheme, ...(type.part === undefined ? [] : [type.part.scheme])] : [],
    ),
  );
  const known = [...new Set([...IDENTITY_COLUMNS, ...schemes, ...concepts.map(({value}) => value.id)])];
  return identity.flatMap((policy) => [
    ...strangeColumns(policy, known),
    ...thresholdFaults(policy),
    ...strangeOrigins(policy, concepts, codeLists),
  ]);
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

/** Origins are told by a concept of the profile, in codes of its list. */
function strangeOrigins(
  {value, at}: Located<IdentityPolicy>,
  concepts: Definitions['concepts'],
  codeLists: Definitions['codeLists'],
): readonly Finding[] {
  if (value.origins === undefined) return [];
  const {concept, groups} = value.origins;
  const ids = concepts.map((one) => one.value.id);
  const list = codeLists.get(concepts.find((one) => one.value.id === concept)?.value.list ?? '');
  if (!ids.includes(concept))
    return [
      fault('no-such-concept', at(['origins', 'concept']), {
        name: concept,
        known: ids,
        nearest: nearest(concept, ids) ?? '',
      }),
    ];
  if (list === undefined) return [];
  const known = list.rows.map(({code}) => code);
  return groups.flatMap(({id, codes = []}) =>
    codes
      .filter((code) => !known.includes(code))
      .map((code) =>
        fault('unknown-code', at(['origins', 'groups', id]), {
          code,
          list: `codelists/${list.id}.csv`,
          nearest: nearest(code, known) ?? '',
        }),
      ),
  );
}
