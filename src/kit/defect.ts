/** What throws is a fault in this program, never in what it was given. The message names no person. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

export function defect(message: string): never {
  throw new Defect(message);
}

/** For the end of a switch over a union: a case that was forgotten does not compile. */
export function unreachable(value: never): never {
  return defect(`unreachable: ${typeof value}`);
}
