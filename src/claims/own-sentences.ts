/**
 * Sentences of a statement that is known to be right. A text that says one of them in the same words is held to its figures and its
 * words of change and share, one by one.
 */
import {printedIn, type Tested} from './claim.ts';
import type {Mark, Marked} from './marks.ts';
import type {Kind, Reading} from './reading.ts';
import {stem} from './reading.ts';

const HELD: ReadonlySet<Kind> = new Set([
  'count',
  'percent',
  'points',
  'signed',
  'rise',
  'fall',
  'more',
  'fewer',
  'quantifier',
  'ratio',
]);

export interface Place {
  readonly heading: string;
  /** Of the sentence before it, in the same paragraph. */
  readonly before: string;
}

interface Own {
  readonly marked: Marked;
  readonly held: readonly Mark[];
  readonly place: Place;
}

/** A sentence with all that it is held to left open. */
export const skeleton = ({marks, text}: Marked, reading: Reading): string =>
  marks
    .map((mark) =>
      HELD.has(mark.kind)
        ? '#'
        : mark.kind === 'word' && /^\W$/.test(mark.text)
          ? ''
          : stem(text.slice(mark.start, mark.end), reading),
    )
    .filter((word) => word !== '')
    .join(' ');

const wordsIn = (bones: string): number => bones.split(' ').filter((word) => word !== '#').length;

export class OwnSentences {
  private readonly byBones = new Map<string, Own[]>();
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  add(marked: Marked, place: Place): void {
    const bones = skeleton(marked, this.reading);
    this.byBones.set(bones, [...(this.byBones.get(bones) ?? []), {marked, held: heldIn(marked), place}]);
  }

  test(marked: Marked, place: Place): readonly Tested[] {
    const held = heldIn(marked);
    if (held.length === 0) return [];
    const bones = skeleton(marked, this.reading);
    const same = (this.byBones.get(bones) ?? []).filter((own) => own.held.length === held.length);
    // A few words could be said of anything.
    const isOwn = (own: Own) =>
      wordsIn(bones) >= 5 ||
      (own.place.before === place.before && (place.before !== '' || own.place.heading === place.heading));
    const near = same.filter(isOwn);
    const placed = near.filter((own) => own.place.heading === place.heading || own.place.before === place.before);
    const fitting = placed.length > 0 ? placed : near;
    const [own] = fitting.toSorted((a, b) => differences(a, held) - differences(b, held));
    if (own === undefined) return [];
    return held.map((mark, i) => {
      const right = own.held[i];
      const holds = right !== undefined && saysSame(mark, right);
      return {
        sentence: marked.text,
        verdict: holds ? 'holds' : 'fails',
        printed: printedIn(marked, mark),
        right: right && printedIn(own.marked, right),
        reason: {check: 'own-sentence', sentence: own.marked.text},
        about: [mark],
      };
    });
  }
}

const heldIn = ({marks}: Marked): readonly Mark[] => marks.filter(({kind}) => HELD.has(kind));
const differences = ({held}: Own, marks: readonly Mark[]): number =>
  marks.filter((mark, i) => !saysSame(mark, held[i])).length;

function saysSame(a: Mark, b: Mark | undefined): boolean {
  return (
    b !== undefined &&
    a.kind === b.kind &&
    a.value === b.value &&
    a.before === b.before &&
    a.range?.low === b.range?.low &&
    a.range?.high === b.range?.high &&
    a.range?.open === b.range?.open
  );
}
