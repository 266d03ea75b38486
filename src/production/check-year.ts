/** Which year a text is held against where nobody says: the one its beginning names, or the latest that is over. */
import type {Text} from '#claims/text';
import type {Instant} from '#kit/instant';

export function yearOfInstant(texts: readonly Text[], latest: Instant): number {
  const last = Number(latest.slice(0, 4));
  const begins = texts
    .map(({blocks}) =>
      blocks
        .slice(0, 4)
        .flatMap((block) => (block.kind === 'table' ? [] : [block.text]))
        .join(' '),
    )
    .join(' ');
  const named = (begins.match(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)/g) ?? [])
    .map(Number)
    .filter((year) => year <= last);
  return named[0] ?? last - 1;
}
