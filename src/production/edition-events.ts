/**
 * What happens to editions, one event a line of `editions/log.jsonl`. Each is signed by the person who did it and names the
 * SHA-256 of the line before, so that no line can be changed, taken out or put in between unseen.
 */
import * as z from 'zod';
import {EDITION_KINDS, type EditionId, parseEditionId} from '#concepts/edition';
import {LANGUAGES} from '#concepts/labels';
import {type Instant, parseInstant} from '#kit/instant';
import {type PlainDate, parsePlainDate} from '#kit/plain-date';

/** Text that one of our own readers takes. */
const readBy = <T>(read: (text: string) => T | undefined) =>
  z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue('not readable');
    return z.NEVER;
  });
const Id = readBy<EditionId>(parseEditionId);
const Moment = readBy<Instant>(parseInstant);
const Day = readBy<PlainDate>(parsePlainDate);
const Kind = z.enum(EDITION_KINDS);
const SpanOfDays = z.strictObject({from: Day, to: Day});
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Text = z.string().min(1);

const EditionShape = z.strictObject({
  id: Id,
  period: SpanOfDays,
  kind: Kind,
  cutOff: Moment,
  languages: z.array(z.enum(LANGUAGES)).readonly(),
  profile: z.strictObject({id: Text, version: Text, sha256: Sha256}),
  program: z.strictObject({version: Text, lockfile: Sha256.nullable(), node: Text, os: Text, arch: Text}),
  policy: Text,
  seed: z.int().nonnegative(),
});

/** Who did it, when, and with which key. */
const HEAD = {
  number: z.int().positive(),
  previous: Sha256.nullable(),
  at: Moment,
  by: Text,
  key: z.string().regex(/^[0-9a-f]{32}$/),
};

const Range = z.strictObject({low: z.int(), high: z.int()});

/** What the draft was let through with. */
const Choices = {
  overFindings: z
    .strictObject({
      reason: Text,
      errors: z.int().positive(),
      /** Earlier editions that no longer said what they printed: nobody finds that again once their folders are mended. */
      saidOtherwise: z
        .array(z.strictObject({edition: Text, tables: Text}))
        .readonly()
        .optional(),
    })
    .optional(),
  /** `held`: how many persons wait for an answer to be counted, of which `reason` is why they may. */
  openQuestions: z
    .strictObject({
      questions: z.int(),
      held: z.int(),
      rowsHeld: z.int(),
      range: Range,
      /** Who is the same person, and how far that can move the number of persons and of repeats; where it is not settled. */
      identity: z.strictObject({questions: z.int().positive(), persons: Range, repeats: Range}).optional(),
      reason: Text.optional(),
    })
    .optional(),
};

const Happened = z.discriminatedUnion('kind', [
  /** The workspace's own key, under which every edition is signed. */
  z.strictObject({...HEAD, kind: z.literal('opened'), workspace: Text, publicKey: Text}),
  /** `voucher`: the workspace's signature of the person's public key. */
  z.strictObject({...HEAD, kind: z.literal('person-added'), publicKey: Text, voucher: Text}),
  z.strictObject({
    ...HEAD,
    kind: z.literal('drafted'),
    edition: EditionShape,
    recipients: z.array(Text).readonly(),
    embargo: Moment.optional(),
    corrects: z.strictObject({edition: Id, erratum: z.partialRecord(z.enum(LANGUAGES), Text).readonly()}).optional(),
  }),
  /** `contents`: SHA-256 of the manifest without what is added on approval. */
  z.strictObject({...HEAD, kind: z.literal('validated'), edition: Id, contents: Sha256, ...Choices}),
  z.strictObject({
    ...HEAD,
    kind: z.literal('approved'),
    edition: Id,
    contents: Sha256,
    /** Why the one who prepared it approved it too. */
    alone: z.strictObject({reason: Text}).optional(),
  }),
  /** Instead of an approval: it is prepared anew, or not at all. */
  z.strictObject({...HEAD, kind: z.literal('returned'), edition: Id, contents: Sha256, reason: Text}),
  /** `manifest`: SHA-256 of the signed manifest. Under embargo it counts as released when that has passed. */
  z.strictObject({...HEAD, kind: z.literal('released'), edition: Id, manifest: Sha256}),
  /** A restricted edition got out: its figures count as known from then on. */
  z.strictObject({...HEAD, kind: z.literal('disclosed'), edition: Id, reason: Text}),
  /** The release calendar: the day an edition is promised for. */
  z.strictObject({...HEAD, kind: z.literal('planned'), period: SpanOfDays, edition: Kind, on: Day}),
]);

export type EditionEvent = z.infer<typeof Happened>;
export type EditionEventKind = EditionEvent['kind'];
export type EventOf<K extends EditionEventKind> = Extract<EditionEvent, {kind: K}>;

/** An event without its place in the log: what whoever does it says. */
export type Deed = {
  [K in EditionEventKind]: Omit<EventOf<K>, 'number' | 'previous' | 'at' | 'by' | 'key'>;
}[EditionEventKind];

/** Undefined when it is no event of ours. */
export function readEvent(value: unknown): EditionEvent | undefined {
  const read = Happened.safeParse(value);
  return read.success ? read.data : undefined;
}
