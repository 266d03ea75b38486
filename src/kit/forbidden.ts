/** What the system throws where a user may not: no right to the file, or a disk that is only for reading. */
export const isForbidden = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' && FORBIDDEN.has(thrown.code);

const FORBIDDEN: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);
