/** A proposed roll-up plan, as a person reads it and as `--json` says it. */
import type {Language} from '#language/language';
import type {LineOfPlan, ProposedPlan, YearOfPlans} from '#production/plan-proposal';

type Kept = YearOfPlans['proposed'];

export function planJson({plan, lines, byYear, tried, finished, policy, yaml}: ProposedPlan) {
  return {
    plan,
    yaml,
    lines: lines.map(({line, ...rest}) => ({concept: line.concept, into: line.into, ...rest})),
    byYear,
    tried,
    finished,
    policy,
  };
}

export function planText({plan, lines, byYear, tried, finished, yaml}: ProposedPlan, language: Language): string {
  const {plan: words} = language.protection;
  const [first, last] = [byYear[0]?.year, byYear.at(-1)?.year];
  const years = first === last ? String(first) : `${first}–${last}`;
  const unproven = byYear.reduce((sum, {proposed}) => sum + proposed.unproven, 0);
  return [
    ...(plan.length === 0 ? [words.none] : [words.proposed(years, tried), '', indented(yaml, '        ')]),
    ...['', words.legend, ...yearsTable(byYear, language)],
    ...(lines.length === 0 ? [] : ['', words.lines, ...lines.flatMap((one) => lineText(one, language))]),
    '',
    ...(finished ? [] : [`! ${words.unfinished}`]),
    ...(unproven === 0 ? [] : [`✗ ${words.unproven(unproven)}`]),
    words.newPolicy,
  ].join('\n');
}

const indented = (text: string, by: string) => text.replaceAll(/^/gm, by);

function yearsTable(byYear: readonly YearOfPlans[], {protection}: Language): readonly string[] {
  const {columns} = protection.plan;
  const percent = (part: number, of: number) => (of === 0 ? '–' : String(Math.round((100 * part) / of)));
  const cell = ({figures, of, persons, ofPersons}: Kept) =>
    `${figures} / ${of} ${percent(figures, of).padStart(5)} ${percent(persons, ofPersons).padStart(6)}`;
  const sum = (of: (year: YearOfPlans) => Kept) => {
    const all = byYear.map(of);
    const total = (part: (kept: Kept) => number) => all.reduce((sum, one) => sum + part(one), 0);
    return cell({
      ...{figures: total((one) => one.figures), of: total((one) => one.of), unproven: 0},
      ...{persons: total((one) => one.persons), ofPersons: total((one) => one.ofPersons)},
    });
  };
  const rows = [
    [columns.year, columns.without, columns.inForce, columns.proposed],
    ...byYear.map((one) => [String(one.year), cell(one.without), cell(one.inForce), cell(one.proposed)]),
    [columns.all, sum(({without}) => without), sum(({inForce}) => inForce), sum(({proposed}) => proposed)],
  ];
  return rows.map(([year = '', ...cells]) => `  ${year.padEnd(6)}${cells.map((one) => one.padStart(25)).join('')}`);
}

/** More codes than these are a number. */
const NAMED = 8;

function lineText(
  {line, together, fewer, figures, persons}: LineOfPlan,
  {protection, tag}: Language,
): readonly string[] {
  const {plan: words} = protection;
  const signed = (value: number) => value.toLocaleString(tag, {signDisplay: 'exceptZero'}).replace(/^-/, '−');
  const codes = together.slice(0, NAMED).join(', ');
  return [
    `  ${line.concept} → ${line.into}${line.tables === undefined ? '' : ` (${line.tables.join(', ')})`}`,
    `    ${words.together(codes, Math.max(0, together.length - NAMED))}`,
    `    ${words.fewer(fewer.toLocaleString(tag))}; ${words.gains(signed(figures), signed(persons))}`,
  ];
}
