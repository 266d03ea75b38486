/**
 * A document names sentences as they were called when it was written. What the office has changed since is told apart by each
 * sentence's fingerprint: one that only has another number now is the same, one whose source is otherwise was changed.
 */
import type {Statement} from '../statement.ts';
import type {WordDocument, WordPiece} from '../word/document.ts';

export interface SinceThen {
  /** The document with every figure under the name its sentence has now; one whose sentence is no more is under none. */
  readonly document: WordDocument;
  /** Sentences that are not what they were, with the fingerprint of what they said then; of one that is new since, undefined. */
  readonly changed: ReadonlyMap<string, string | undefined>;
}

interface Then {
  readonly sentence: string;
  readonly source: string;
  readonly said: string;
}

export function sinceThen({told = []}: Statement, document: WordDocument): SinceThen {
  const then = thenIn(document.properties);
  if (then.length === 0) return {document, changed: new Map()};
  const free = new Map(told.map(({sentence, source}) => [sentence, source]));
  const names = new Map<string, string>();
  const take = (old: Then, sentence: string | undefined) => {
    if (sentence === undefined) return;
    names.set(old.sentence, sentence);
    free.delete(sentence);
  };
  for (const old of then) if (free.get(old.sentence) === old.source) take(old, old.sentence);
  for (const old of then)
    if (!names.has(old.sentence)) take(old, [...free].find(([, source]) => source === old.source)?.[0]);
  const lost = new Map(then.flatMap(({sentence, said}) => (names.has(sentence) ? [] : [[sentence, said] as const])));
  const changed = new Map([...free.keys()].map((sentence) => [sentence, lost.get(sentence)]));
  const renamed = (pieces: readonly WordPiece[]) => pieces.map((piece) => ({...piece, control: nameIn(piece, names)}));
  return {
    document: {
      ...document,
      paragraphs: document.paragraphs.map((paragraph) => ({...paragraph, pieces: renamed(paragraph.pieces)})),
      notes: document.notes.map((note) => ({...note, pieces: renamed(note.pieces)})),
    },
    changed,
  };
}

function nameIn({control}: WordPiece, names: ReadonlyMap<string, string>): string | undefined {
  const [, sentence, rest] = /^([\w-]+\.\d+)(:\d+(?: .*)?)$/s.exec(control ?? '') ?? [];
  if (sentence === undefined) return control;
  const now = names.get(sentence);
  return now === undefined ? undefined : `${now}${rest}`;
}

const thenIn = (properties: WordDocument['properties']): readonly Then[] =>
  [...properties]
    .flatMap(([name, value]) => (name.startsWith('opgor.text.') ? value.split(' ') : []))
    .flatMap((one) => {
      const [, sentence, source, said = ''] = /^(.+)=\d+\/(\w+)\/(\w*)$/.exec(one) ?? [];
      return sentence === undefined || source === undefined ? [] : [{sentence, source, said}];
    });
