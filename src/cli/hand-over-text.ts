/** The hand-over as blocks, from the workspace as it is: what is open, the year, whom to ask, how each step is done. */
import type {EditionKind} from '#concepts/edition';
import {type Period, periodId} from '#concepts/period';
import {type PlainDate, parsePlainDate, plainDate} from '#kit/plain-date';
import {daysShown} from '#language/days';
import type {Language} from '#language/language';
import {findingSaid} from '#language/said';
import type {HandOver} from '#production/hand-over';
import type {Block, HandOverText, YearBlock, YearDay} from '#production/hand-over-print';

export function handOverText(hand: HandOver, language: Language): HandOverText {
  const {handOver: words, tag} = language;
  const office = hand.profile.office[tag];
  return {
    language: tag,
    title: words.title(office),
    office,
    name: words.name,
    made: hand.made,
    blocks: blocksOf(hand, language).map((block) => shown(block, language)),
  };
}

function blocksOf(hand: HandOver, language: Language): readonly Block[] {
  const {handOver: words, tag} = language;
  const {profile, settings} = hand;
  const [open, contacts, year] = [openItems(hand, language), profile.officeYear.contacts, yearBlock(hand, language)];
  return [
    text(words.intro(hand.made.slice(0, 10), hand.folder)),
    ...(settings.synthetic ? [text(words.synthetic)] : []),
    heading(words.open),
    open.length === 0 ? text(words.nothingOpen) : {kind: 'open', items: open},
    heading(words.year),
    year.days.length === 0 ? text(words.noWheel) : year,
    heading(words.people),
    ...(contacts.length === 0
      ? [text(words.nobody)]
      : [
          {
            kind: 'table' as const,
            head: [words.ask.who, words.ask.about, words.ask.reach],
            rows: contacts.map(({who, about, reach}) => [who[tag], about[tag], reach ?? words.noReach]),
          },
        ]),
    text(hand.signers.length === 0 ? words.noSigners : words.signers(hand.signers)),
    heading(words.steps),
    {kind: 'table', head: [words.wheel.what, words.wheel.how], rows: words.how.map(step)},
    heading(words.lost),
    {kind: 'table', head: [words.wheel.what, words.wheel.how], rows: words.losses.map(step)},
    heading(words.backups),
    {kind: 'list', items: backupItems(hand, language)},
    heading(words.editions),
    hand.released.length === 0
      ? text(words.noneReleased)
      : {
          kind: 'list',
          items: hand.released.map(({id, releasedAt}) => words.released(id, releasedAt?.slice(0, 10) ?? '')),
        },
  ];
}

const heading = (said: string): Block => ({kind: 'heading', text: said});
const text = (said: string): Block => ({kind: 'text', text: said});
const step = ([what, command]: readonly [string, string]): readonly string[] => [what, `\`${command}\``];

/** Days as they are written in the language; none in what is typed. */
function shown(block: Block, {tag}: Language): Block {
  const said = (one: string) => daysShown(one, tag);
  if (block.kind === 'table') return {...block, rows: block.rows.map((row) => row.map(said))};
  if ('items' in block) return {...block, items: block.items.map(said)};
  return block.kind === 'heading' || block.kind === 'text' ? {...block, text: said(block.text)} : block;
}

function openItems(hand: HandOver, language: Language): readonly string[] {
  const {handOver: words, editions} = language;
  const promised = hand.promised.map((one) => {
    const what = editionSaid(one, language);
    return (one.punctuality ?? 0) > 0 ? words.late(what, one.planned) : words.due(what, one.planned);
  });
  const late = hand.places.flatMap(({place, behind}) => (behind === undefined ? [] : [words.behind(place, behind)]));
  return [
    ...hand.findings.map((finding) => findingSaid(finding, language).what),
    ...(hand.questions === 0 || hand.period === undefined
      ? []
      : [words.questions(hand.questions, periodId(hand.period))]),
    ...hand.unreleased.map(({id, state, preparedBy}) => words.unreleased(id, editions.states[state], preparedBy)),
    ...promised,
    ...late,
    ...(hand.places.length === 0 ? [words.noPlace] : []),
    ...(hand.keys.length === 0 ? [words.noKey] : []),
    ...(isSinglePaper(hand) ? [words.oneKey] : []),
    ...(hand.lastDrill === undefined ? [words.never] : []),
  ];
}

/** One loss away from nothing but the form. */
const isSinglePaper = ({keys}: HandOver): boolean =>
  keys.length === 1 && keys.every(({enough, holders}) => holders.length - enough === 0);

const backupItems = ({places, keys, lastDrill}: HandOver, {handOver: words, backup}: Language): readonly string[] => [
  ...places.map(({place, version}) => words.place(place, version)),
  ...keys.map(({id, enough, holders}) => words.key(id, enough, holders)),
  lastDrill === undefined
    ? backup.noDrill
    : backup.lastDrill(lastDrill.at.slice(0, 10), lastDrill.seconds, lastDrill.by),
];

const editionSaid = ({period, kind}: {readonly period: Period; readonly kind: EditionKind}, {handOver}: Language) =>
  handOver.edition(periodId(period), kind);

/** The 29 of February, in a year without one, is the day before. */
const dayOf = (year: number, on: string): PlainDate => parsePlainDate(`${year}-${on}`) ?? plainDate(`${year}-02-28`);

/** From today on, once round: what the profile says of every year, and what is promised within this one. */
function yearBlock({profile, made, promised}: HandOver, language: Language): YearBlock {
  const {handOver: words, tag} = language;
  const [year, today] = [Number(made.slice(0, 4)), plainDate(made.slice(0, 10))];
  const next = (on: string) => dayOf(on >= made.slice(5, 10) ? year : year + 1, on);
  const last = dayOf(year + 1, made.slice(5, 10));
  const wheel = profile.officeYear.wheel.map(({on, what, command}) => ({
    on: next(on),
    what: what[tag],
    command: command && `\`${command}\``,
    promised: false,
  }));
  const due = promised
    .filter(({planned}) => planned >= today && planned < last)
    .map((one) => ({
      on: one.planned,
      what: words.promise(editionSaid(one, language)),
      command: undefined,
      promised: true,
    }));
  const days: readonly YearDay[] = [...wheel, ...due]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((one) => ({...one, day: daysShown(one.on, tag)}));
  const list = days.map(({day, what}, i) => `${i + 1}: ${day}, ${what}`).join('; ');
  const {wheel: head} = words;
  return {
    kind: 'year',
    head: [head.day, head.what, head.how],
    today,
    now: words.now(daysShown(today, tag)),
    days,
    alternative: words.picture(daysShown(today, tag), list),
  };
}
