/**
 * Who may do what: roles by verb. A person has any number of roles; what none of them may, nobody does.
 * An administrator sees no case, a statistician no identity, an auditor the log alone.
 */
export const ROLES = ['caseworker', 'statistician', 'approver', 'auditor', 'administrator', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export const RIGHTS = {
  /** Find a person by name, number or birth, and open their file. */
  'case.read': ['caseworker'],
  /** For a while and for a reason, persons that only other authorities know. */
  'case.break-glass': ['caseworker'],
  /** Add a fact, correct one, receive a file. */
  'case.record': ['caseworker'],
  /** Decide who is the same person. */
  'identity.review': ['caseworker'],
  /** Why somebody counts, by record number and codes alone. */
  'case.explain': ['caseworker', 'statistician'],
  'question.read': ['caseworker', 'statistician', 'approver'],
  'question.answer': ['caseworker', 'statistician'],
  'statement.read': ['statistician', 'approver'],
  'statement.write': ['statistician'],
  'edition.read': ['statistician', 'approver', 'reader', 'caseworker'],
  /** Also of what is not out, and cell by cell. */
  'edition.compare': ['statistician', 'approver'],
  'edition.prepare': ['statistician'],
  'edition.approve': ['approver'],
  'log.read': ['auditor'],
  'team.read': ['administrator'],
  'team.change': ['administrator'],
  /** Of whoever is signed in, with a role or none: the overview, the way out, what the log says of oneself. */
  own: ROLES,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Verb = keyof typeof RIGHTS;

export const may = (roles: readonly Role[], verb: Verb): boolean => {
  if (verb === 'own') return true;
  const allowed: readonly Role[] = RIGHTS[verb];
  return roles.some((role) => allowed.includes(role));
};
