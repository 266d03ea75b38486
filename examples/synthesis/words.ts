/** The words the agencies use for what the cases say. */
import type {Authority, ContactForm, Exploitation, Industry, Outcome, Residence} from './case.ts';

export const OUTCOME: Readonly<Record<Outcome, string>> = {
  victim: 'Positiv',
  'not-victim': 'Negativ',
  presumed: 'Formodet',
  'withdrawn-by-person': 'Frafaldet',
  'not-completed': 'Ikke afsluttet',
};

export const RESIDENCE: Readonly<Record<Residence, string>> = {
  unlawful: 'Ulovligt ophold',
  'asylum-seeker': 'Asylansøger',
  lawful: 'Lovligt ophold',
};

export const EXPLOITATION: Readonly<Record<Exploitation, string>> = {
  prostitution: 'Prostitution',
  'forced-labour': 'Tvangsarbejde',
  'cannabis-production': 'Produktion af skunk',
  'drug-sales': 'Salg af stoffer',
  unknown: '',
};

export const INDUSTRY: Readonly<Record<Industry, string>> = {
  cleaning: 'Rengøring',
  restaurant: 'Restauration',
  construction: 'Bygge og anlæg',
  agriculture: 'Landbrug og gartneri',
  'domestic-work': 'Arbejde og omsorg i private hjem',
};

export const CONTACT: Readonly<Record<ContactForm, string>> = {
  police: 'Politi',
  outreach: 'Opsøgende arbejde',
  'asylum-system': 'Asylsystemet',
  prison: 'Fængsel',
  hotline: 'Hotline',
  ngo: 'NGO',
  'labour-inspection': 'Arbejdstilsynet',
  other: 'Andet',
};

export const SEX = {female: 'Kvinde', male: 'Mand', unknown: ''} as const;
export const EARLIER = {yes: 'Ja', no: 'Nej', unknown: 'Ukendt'} as const;
export const ASSESSED_BY: Readonly<Record<Exclude<Authority, 'us'>, string>> = {cmm: 'CMM', court: 'Domstol'};

/** What every file says of itself. */
export const NOTICE = 'SYNTETISKE DATA – opdigtede personer, fremstillet til at afprøve og vise Opgør';
