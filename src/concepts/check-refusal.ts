/** Every way in which somebody's text is not read. */
export type CheckRefusal =
  | {readonly reason: 'text-too-large'; readonly file: string; readonly limit: number}
  | {readonly reason: 'text-not-readable'; readonly file: string; readonly fault: 'damaged' | 'encrypted'}
  /** `scanned`: pages without any letters, which are pictures of a text. */
  | {readonly reason: 'text-without-words'; readonly file: string; readonly scanned: boolean};
