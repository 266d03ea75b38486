/** Looking things up in a profile by id. */
import type {Concept, ConceptId} from '#concepts/concept';
import type {TableDefinition, TableId} from '#tabulation/table';
import type {Profile} from './profile.ts';

export const findConcept = ({concepts}: Pick<Profile, 'concepts'>, id: ConceptId): Concept | undefined =>
  concepts.find((one) => one.id === id);

export const findTable = ({tables}: Pick<Profile, 'tables'>, id: TableId): TableDefinition | undefined =>
  tables.find((one) => one.id === id);
