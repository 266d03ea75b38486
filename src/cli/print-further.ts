/** What could be shown of further tables beside a public edition. */
import type {Language} from '#language/language';
import {percentShown} from '#language/percent';
import type {FurtherTable} from '#production/protection';

export const furtherJson = (further: readonly FurtherTable[]): Readonly<Record<string, unknown>> =>
  further.length === 0
    ? {}
    : {
        further: further.map(({unit, dimensions, kept, unproven, withheld}) => ({
          ...{unit, dimensions, kept, unproven},
          withheld: withheld.map(({codes}) => codes),
        })),
      };

export function furtherText(
  further: readonly FurtherTable[],
  {protection: words, tag}: Language,
  explain: boolean,
): readonly string[] {
  if (further.length === 0) return [];
  const number = (value: number) => value.toLocaleString(tag);
  const share = ({figures, of}: FurtherTable['kept']) => (of === 0 ? '–' : percentShown(figures / of, 0, tag));
  const named = further.map((one) => ({...one, name: `${one.unit}:${one.dimensions.join(',')}`}));
  const width = Math.max(...named.map(({name}) => name.length));
  const lines = named.flatMap(({name, kept, unproven, withheld}) => [
    `  ${name.padEnd(width)}  ${share(kept).padStart(5)}  ${words.furtherKept(number(kept.figures), number(kept.of))}`,
    ...(unproven === 0 ? [] : [`  ${''.padEnd(width)}  ! ${words.unproven(unproven)}`]),
    ...(explain
      ? withheld.map(({codes}) => `    ${codes.map((code) => (code === 'all' ? words.all : code)).join(' · ')}`)
      : []),
  ]);
  return ['', words.further, ...lines];
}
