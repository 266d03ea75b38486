/** How often each kind of case turns up in a drawn year. Invented weights; a few cases lie outside the authority's competence. */
import type {Group} from './figures.ts';

type Weighted = Omit<Group, 'persons'> & {readonly weight: number};

// biome-ignore format: a table reads by its rows
export const MIX: readonly Weighted[] = [
  {weight: 42, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'NG'},
  {weight: 4, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'UG'},
  {weight: 4, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'GH'},
  {weight: 4, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'TH'},
  {weight: 2, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'KE'},
  {weight: 2, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'CM'},
  {weight: 1, authority: 'us', sex: 'male', exploitation: 'prostitution', nationality: 'NG'},
  {weight: 1, authority: 'us', sex: 'unknown', exploitation: 'prostitution', nationality: 'TH'},
  {weight: 1, authority: 'us', sex: 'female', exploitation: 'unknown', nationality: 'AL'},
  {weight: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'HU', residence: 'lawful'},
  {weight: 5, authority: 'cmm', sex: 'female', exploitation: 'prostitution', nationality: 'RO'},
  {weight: 3, authority: 'cmm', sex: 'female', exploitation: 'prostitution', nationality: 'BG'},
  {weight: 1, authority: 'cmm', sex: 'female', exploitation: 'prostitution', nationality: 'DK'},
  {weight: 1, authority: 'cmm', sex: 'female', exploitation: 'prostitution', nationality: 'TH', residence: 'asylum-seeker'},
  {weight: 1, authority: 'court', sex: 'female', exploitation: 'prostitution', nationality: 'NG'},
  {weight: 3, authority: 'us', sex: 'female', exploitation: 'forced-labour', industry: 'domestic-work', nationality: 'PH'},
  {weight: 2, authority: 'us', sex: 'male', exploitation: 'forced-labour', industry: 'restaurant', nationality: 'VN'},
  {weight: 2, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', industry: 'construction', nationality: 'RO'},
  {weight: 2, authority: 'cmm', sex: 'female', exploitation: 'forced-labour', industry: 'cleaning', nationality: 'RO'},
  {weight: 1, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', industry: 'agriculture', nationality: 'LT'},
  {weight: 1, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', nationality: 'BG'},
  {weight: 3, authority: 'us', sex: 'male', exploitation: 'cannabis-production', nationality: 'VN'},
  {weight: 3, authority: 'court', sex: 'male', exploitation: 'cannabis-production', nationality: 'VN'},
  {weight: 1, authority: 'court', sex: 'female', exploitation: 'cannabis-production', nationality: 'VN'},
  {weight: 2, authority: 'court', sex: 'male', exploitation: 'drug-sales', nationality: 'AL'},
  {weight: 1, authority: 'us', sex: 'male', exploitation: 'drug-sales', nationality: 'NG'},
];
