/** Whether what went wrong is that there is no room: of the file system, or of the register's file in it. */
const SQLITE_FULL = 13;

export const isDiskFull = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  (('code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')) ||
    ('errcode' in thrown && thrown.errcode === SQLITE_FULL));
