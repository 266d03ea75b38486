/** What a public policy names must be there: concepts, tables, codes; and what is added up must be of concepts nobody has two codes of. */
import type {Finding} from '#concepts/finding';
import type {RollUp} from '#concepts/roll-up';
import {canBeMoved} from '#disclosure/policy';
import {nearest} from '#kit/nearest';
import type {Definitions} from './definitions.ts';
import {fault, type Place} from './fault.ts';

export function checkDisclosure(definitions: Definitions): readonly Finding[] {
  return definitions.policies.disclosure.flatMap(({value: {parameters}, at}) => {
    if (parameters.edition === 'internal') return [];
    const place = (...path: readonly PropertyKey[]) => at(['parameters', ...path]);
    const {rolledUp} = parameters;
    const plan = rolledUp.flatMap((one, i) => faultsOf(one, definitions, place('rolled-up', i)));
    if (parameters.method === 'round') return plan;
    if (parameters.method === 'cell-key')
      return canBeMoved(parameters) ? plan : [...plan, fault('noise-without-table', place('variance'))];
    const {knownByDesign, allAlike, shownAnyway, subPopulations, atLeastOne = []} = parameters;
    return [
      ...unknownOf(definitions, 'concept', knownByDesign, place('known-by-design')),
      ...unknownOf(definitions, 'concept', allAlike?.of ?? [], place('all-alike')),
      ...subPopulations.flatMap(({where}, i) =>
        unknownOf(definitions, 'concept', Object.keys(where), place('sub-populations', i)),
      ),
      ...atLeastOne.flatMap(({where, by}, i) =>
        unknownOf(definitions, 'concept', [...Object.keys(where), ...by], place('at-least-one', i)),
      ),
      ...unknownOf(
        definitions,
        'table',
        shownAnyway.map(({table}) => table),
        place('shown-anyway'),
      ),
      ...plan,
    ];
  });
}

function faultsOf(one: RollUp, definitions: Definitions, place: Place): readonly Finding[] {
  const missing = [
    ...unknownOf(definitions, 'concept', [one.concept], place),
    ...unknownOf(definitions, 'table', one.tables ?? [], place),
  ];
  const concept = definitions.concepts.find(({value}) => value.id === one.concept)?.value;
  const list = definitions.codeLists.get(concept?.list ?? '');
  if (concept === undefined || list === undefined) return missing;
  const codes = list.rows.map(({code}) => code);
  return [
    ...missing,
    ...(concept.multiple ? [fault('rolled-up-multiple', place, {concept: concept.id})] : []),
    ...(codes.includes(one.into) ? [fault('rolled-up-into-code', place, {code: one.into, list: list.id})] : []),
    ...[...(one.keep ?? []), ...(one.codes ?? [])]
      .filter((code) => !codes.includes(code))
      .map((code) =>
        fault('unknown-code', place, {code, list: `codelists/${list.id}.csv`, nearest: nearest(code, codes) ?? ''}),
      ),
  ];
}

/** A table by another year's definitions is named after its series. */
function unknownOf(
  {concepts, tables}: Definitions,
  kind: 'concept' | 'table',
  names: readonly string[],
  place: Place,
): readonly Finding[] {
  const ids = (kind === 'concept' ? concepts : tables).map(({value}) => value.id);
  const known = kind === 'concept' ? ids : [...ids, ...ids.map((id) => id + BY_DEFINITIONS)];
  return names
    .filter((name) => !known.includes(name))
    .map((name) =>
      fault(kind === 'concept' ? 'no-such-concept' : 'no-such-table-noted', place, {
        name,
        known: ids,
        nearest: nearest(name, known) ?? '',
      }),
    );
}

/** What ends the id of a series under other definitions. */
const BY_DEFINITIONS = '-by-definitions';
