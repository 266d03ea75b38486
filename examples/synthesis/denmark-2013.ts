/**
 * The example: the known figures of the 2013 statement, and invented ones where the statement's own are lost.
 * Known: the totals, authorities, sexes, forms, crimes, repeats, returns; nationality and age from UNODC's series.
 * Invented: who met what in which combination, contact forms, industries, the eleven smaller nationalities.
 */
import type {Figures} from './figures.ts';

/** Persons per year before, as UNODC has them. */
export const BEFORE_2013: Readonly<Record<number, number>> = {
  2007: 17,
  2008: 28,
  2009: 47,
  2010: 53,
  2011: 60,
  2012: 66,
};

// biome-ignore format: a table reads by its rows
export const DENMARK_2013: Figures = {
  year: 2013,
  groups: [
    {persons: 44, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'NG'},
    {persons: 3, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'UG'},
    {persons: 2, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'GH'},
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'KE'},
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'CM'},
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'TH'},
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'BG'},
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'HU'},
    // Outside the authority's competence as the dated rules have it: counted, and put to the office as a question.
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'prostitution', nationality: 'HU', residence: 'lawful'},
    {persons: 1, authority: 'cmm', sex: 'female', exploitation: 'prostitution', nationality: 'TH', residence: 'asylum-seeker'},
    {persons: 2, authority: 'cmm', sex: 'female', exploitation: 'prostitution', nationality: 'RO'},
    {persons: 2, authority: 'us', sex: 'female', exploitation: 'forced-labour', industry: 'domestic-work', nationality: 'PH'},
    {persons: 1, authority: 'us', sex: 'female', exploitation: 'forced-labour', industry: 'restaurant', nationality: 'TH'},
    {persons: 2, authority: 'cmm', sex: 'female', exploitation: 'forced-labour', industry: 'cleaning', nationality: 'RO'},
    {persons: 1, authority: 'cmm', sex: 'female', exploitation: 'forced-labour', industry: 'cleaning', nationality: 'BG'},
    {persons: 1, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', industry: 'construction', nationality: 'RO'},
    {persons: 1, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', industry: 'cleaning', nationality: 'RO'},
    {persons: 1, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', industry: 'construction', nationality: 'LT'},
    {persons: 1, authority: 'cmm', sex: 'male', exploitation: 'forced-labour', industry: 'agriculture', nationality: 'BG'},
    {persons: 1, authority: 'us', sex: 'male', exploitation: 'forced-labour', industry: 'restaurant', nationality: 'KE'},
    {persons: 1, authority: 'us', sex: 'male', exploitation: 'cannabis-production', nationality: 'VN'},
    {persons: 3, authority: 'court', sex: 'male', exploitation: 'cannabis-production', nationality: 'VN'},
    {persons: 2, authority: 'court', sex: 'male', exploitation: 'drug-sales', nationality: 'AL'},
    {persons: 1, authority: 'court', sex: 'male', exploitation: 'drug-sales', nationality: 'NG'},
  ],
  repeats: {linked: 7, attested: 2, unknown: 0},
  children: {female: 2, male: 0},
  ageUnknown: 0,
  assessedTwice: 1,
  firstRefused: {sameYear: 1, earlierYear: 1},
  notCounted: {'not-victim': 27, presumed: 8, 'withdrawn-by-person': 4, 'not-completed': 5},
  returns: {
    completed: {inPeriod: {returns: 3, withChild: 1}, earlier: {returns: 6, withChild: 1}},
    inProcess: {inPeriod: {returns: 5, withChild: 1}, earlier: {returns: 4, withChild: 0}, leftSoonAfter: 1},
  },
};
