/** Where in a YAML file each value stands, from the parser's events. */
import {EVENT_ID, type Event, getScalarValue} from 'js-yaml';

export type Path = readonly PropertyKey[];

/** A value's place in the text; of a mapping also its keys' and their values', of a sequence its items'. */
export interface Place {
  readonly at: number;
  readonly keys?: ReadonlyMap<string, {readonly key: number; readonly value: Place}>;
  readonly items?: readonly Place[];
}

/** One-based lines of offsets. */
export function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({index}) => index);
  return (offset) => ends.filter((end) => end < offset).length + 1;
}

/** Where anchors and aliases stand. */
export const findReferences = (events: readonly Event[]): readonly number[] =>
  events.flatMap((event) => ('anchorStart' in event && event.anchorStart >= 0 ? [event.anchorStart] : []));

/** Of a file of one document. */
export function placesOf(events: readonly Event[], text: string): Place {
  let next = 0;
  const closes = () => events[next] === undefined || events[next]?.type === EVENT_ID.POP;
  const place = (): Place => {
    const event = events[next++];
    switch (event?.type) {
      case EVENT_ID.DOCUMENT: {
        const inner = closes() ? {at: 0} : place();
        next++;
        return inner;
      }
      case EVENT_ID.SEQUENCE: {
        const items: Place[] = [];
        while (!closes()) items.push(place());
        next++;
        return {at: event.start, items};
      }
      case EVENT_ID.MAPPING: {
        const keys = new Map<string, {key: number; value: Place}>();
        while (!closes()) {
          const key = events[next];
          const at = place().at;
          const value = place();
          if (key?.type === EVENT_ID.SCALAR) keys.set(getScalarValue(text, key), {key: at, value});
        }
        next++;
        return {at: event.start, keys};
      }
      case EVENT_ID.SCALAR:
        return {at: Math.max(0, event.valueStart)};
      default:
        return {at: 0};
    }
  };
  return place();
}

/** The place of the value at a path, or of the nearest thing around it that is there. */
export function findPlace(places: Place, path: Path): Place {
  const [step, ...rest] = path;
  if (step === undefined) return places;
  const inner = typeof step === 'number' ? places.items?.[step] : places.keys?.get(String(step))?.value;
  return inner === undefined ? places : findPlace(inner, rest);
}
