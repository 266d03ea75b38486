/** How a public edition is protected, as a person reads it and as `--json` says it. No withheld number is in it. */
import type {Language} from '#language/language';
import type {ProtectionReport, WithheldFigure} from '#production/protection';

type Address = WithheldFigure['places'][number];

export function protectionJson({
  request,
  protection,
  sentences,
  findings,
}: ProtectionReport): Readonly<Record<string, unknown>> {
  const {withheld, guarded, exposed, unproven, kept, outer} = protection;
  return {
    period: request.period,
    cutOff: request.cutOff,
    policy: request.policy,
    kept,
    sentences,
    withheld: withheld.map(({places, why, guards, low, high}) => ({
      places,
      why,
      ...(guards === undefined ? {} : {guards}),
      ...(low === undefined ? {} : {low, high: high ?? null}),
    })),
    guarded: guarded.length,
    exposed,
    unproven,
    outer,
    findings,
  };
}

export function protectionText(report: ProtectionReport, language: Language, explain: boolean): string {
  const {protection: words, tag} = language;
  const {request, protection, sentences, profile} = report;
  const {withheld, guarded, exposed, unproven, kept, outer} = protection;
  const number = (value: number) => value.toLocaleString(tag);
  const share = (part: number, of: number) =>
    of === 0 ? '–' : (part / of).toLocaleString(tag, {style: 'percent', maximumFractionDigits: 0});
  const width = request.policy.edition === 'public' ? request.policy.width : 0;
  const reasons = Map.groupBy(withheld, ({why}) => why);
  const titleOf = (id: string) => profile.tables.find((table) => table.id === id)?.title[tag] ?? id;
  const figure = ({table, codes}: Address) =>
    `${table}: ${codes.map((code) => (code === 'all' ? words.all : code)).join(' · ') || words.all}`;
  const limits = ({low, high}: WithheldFigure) =>
    low === undefined ? '' : `  ${high === undefined ? words.unlimited : words.between(number(low), number(high))}`;
  const explained = Map.groupBy(
    withheld.flatMap((one) => one.places.map((place) => ({...one, place}))),
    ({place}) => place.table,
  );
  return [
    `  ${words.kept(number(kept.figures), number(kept.of), share(kept.figures, kept.of))}`,
    `  ${words.persons(share(kept.persons, kept.ofPersons))}`,
    ...Object.entries(sentences).map(
      ([one, {of, asTheyStand, rewritten}]) =>
        `  ${words.sentences(one, of, asTheyStand, rewritten, of - asTheyStand - rewritten)}`,
    ),
    `  ${words.withheld(withheld.length)} ${[...reasons].map(([why, all]) => `${all.length} ${words.why[why]}`).join(', ')}`,
    `  ✓ ${words.proven(guarded.length - unproven.length - exposed.length, width)}`,
    ...(exposed.length === 0 ? [] : [`  ! ${words.exposed(exposed.length)}`]),
    ...exposed.map(({rule, of}) => `    ${words.why[rule]}: ${of === undefined ? '' : figure(of)}`),
    ...(unproven.length === 0 ? [] : [`  ✗ ${words.unproven(unproven.length)}`]),
    ...unproven.map(({rule, of}) => `    ${words.why[rule]}: ${of === undefined ? '' : figure(of)}`),
    ...(outer ? [`  ! ${words.outer}`] : []),
    ...(explain
      ? [...explained].flatMap(([table, cells]) => [
          '',
          titleOf(table),
          ...cells.map(
            (one) =>
              `  ${figure(one.place).padEnd(52)} ${words.why[one.why]}${one.guards === undefined ? '' : ` (${words.guards(figure(one.guards))})`}${limits(one)}`,
          ),
        ])
      : []),
  ].join('\n');
}
