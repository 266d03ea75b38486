/** A moment in UTC, written YYYY-MM-DDTHH:MM:SS.sssZ. Comparable as text. Recorded time is an instant. */
import type {Brand} from './brand.ts';
import {defect} from './defect.ts';

export type Instant = Brand<string, 'Instant'>;

const brand = (text: string) => text as Instant;

/** Accepts a full ISO 8601 moment with its zone, or a bare day: its last millisecond, UTC. */
export function parseInstant(text: string): Instant | undefined {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59.999Z` : text;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(whole)) return undefined;
  const time = Date.parse(whole);
  return Number.isNaN(time) ? undefined : brand(new Date(time).toISOString());
}

export const instant = (text: string): Instant => parseInstant(text) ?? defect(`no such moment: ${text}`);
