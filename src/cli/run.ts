/** Parses what was asked, runs the command and prints its answer: one way for all commands. */
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import type {Refusal} from '#concepts/refusal';
import {nearest} from '#kit/nearest';
import type {Language} from '#language/language';
import {findingLine, saidOf} from '#language/said';
import {exists} from '#production/effects';
import {programVersion} from '#production/version';
import type {Answer, Command, Context, Given, Misuse} from './command.ts';
import {EXIT} from './exit-code.ts';
import {commandHelp, programHelp} from './help.ts';
import {jsonLines} from './json-lines.ts';
import {behindLine} from './print-backup.ts';

export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

const COMMON = {
  dir: {type: 'string', value: 'WORKSPACE'},
  json: {type: 'boolean'},
  help: {type: 'boolean'},
} as const satisfies Command['options'];

export async function run(
  args: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
  contextFor: (folder: string | undefined) => Context,
): Promise<number> {
  const context = contextFor(undefined);
  const {language} = context;
  const asked = findCommand(args, commands);
  if (asked === undefined) {
    const [first] = args;
    if (first === '--version') {
      terminal.out(`opgor ${await programVersion(context.effects)}`);
      return EXIT.done;
    }
    if (first === undefined || first === '--help' || first === 'help') {
      terminal.out(programHelp(commands, language));
      return EXIT.done;
    }
    return misused(language.cli.misuse.unknownCommand(first), programHelp(commands, language), terminal);
  }
  const {command, rest} = asked;
  const given = parse(command, rest, language);
  if ('misuse' in given) return misused(given.misuse, commandHelp(command, language), terminal);
  if (given.flag('help')) {
    terminal.out(commandHelp(command, language));
    return EXIT.done;
  }
  const working = contextFor(given.option('dir'));
  const stray = IN_THEIR_OWN_FILE.has(command.name) ? undefined : await strayedFrom(working);
  if (stray !== undefined) return refused(command, stray, given.flag('json'), language, terminal);
  const outcome = await command.run(given, working);
  await writtenAgain(working, terminal);
  if ('misuse' in outcome) return misused(outcome.misuse, commandHelp(command, language), terminal);
  return outcome.ok
    ? answered(command, outcome.value, given.flag('json'), terminal)
    : refused(command, outcome.refusal, given.flag('json'), language, terminal);
}

/** What moves a register, or makes a workspace whose register is a file whatever the environment says. */
const IN_THEIR_OWN_FILE: ReadonlySet<string> = new Set(['move', 'restore', 'drill', 'demo', 'init']);

/** A database is named and the workspace's register is a file: asked where one is named alone, since most that start have none. */
async function strayedFrom({folder, effects}: Context): Promise<Refusal | undefined> {
  if (effects.environment('DATABASE_URL') === undefined) return undefined;
  const {strayed} = await import('#production/register-place');
  const {settingsOf} = await import('#production/workspace');
  const settings = await settingsOf(folder);
  return settings && strayed({folder, settings});
}

/** Whatever a command changed is written a second time, where the workspace has places for that. What cannot be is told; the answer stands. */
async function writtenAgain({folder, effects, language}: Context, terminal: Terminal): Promise<void> {
  if (!(await exists(join(folder, 'opgor.yaml')))) return;
  // Fetched where there is a workspace alone: most of what starts has none.
  const {backUpChanges} = await import('#production/backup');
  const all = await backUpChanges(folder, effects);
  for (const {place, erased} of all)
    if (erased.length > 0) terminal.err(`${place}: ${language.backup.erasedGone(erased.length)}`);
  const behind = all.flatMap((one) => (one.behind ? [{...one, ...one.behind}] : []));
  for (const {place, since, why} of behind) terminal.err(behindLine(place, {since, why}, language));
  if (behind.length > 0) terminal.err(language.backup.workDone);
}

/** Commands may have two words: the longest that fits. */
function findCommand(args: readonly string[], commands: readonly Command[]) {
  for (const words of [2, 1]) {
    const command = commands.find(({name}) => name === args.slice(0, words).join(' '));
    if (command) return {command, rest: args.slice(words)};
  }
  return undefined;
}

function parse(command: Command, args: readonly string[], language: Language): Given | Misuse {
  const options: Command['options'] = {...command.options, ...COMMON};
  const {values, positionals, tokens} = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const wrong = tokens.flatMap((token) => (token.kind === 'option' ? faultsOf(token, options, language) : []))[0];
  if (wrong !== undefined) return {misuse: wrong};
  const missing = command.positionals.find(({required}, i) => required && positionals[i] === undefined);
  const all = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === 'string');
  if (missing && values.help !== true) return {misuse: language.cli.misuse.missing(missing.name)};
  const extra = command.positionals.at(-1)?.many === true ? undefined : positionals[command.positionals.length];
  if (extra !== undefined) return {misuse: language.cli.misuse.tooMany(extra)};
  return {positionals, all, option: (name) => all(name).at(-1), flag: (name) => values[name] === true};
}

interface Token {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** An option that the command does not take, one without its value, and a value to one that takes none. */
function faultsOf(
  {name, rawName, value, inlineValue}: Token,
  options: Command['options'],
  {cli: {misuse}}: Language,
): readonly string[] {
  const option = options[name];
  if (option === undefined) {
    const near = nearest(name, Object.keys(options));
    return [misuse.unknownOption(rawName, near && `--${near}`)];
  }
  if (option.type === 'boolean') return value === undefined ? [] : [misuse.takesNoValue(rawName)];
  const isAnOption = inlineValue === false && value?.startsWith('-');
  return value === undefined || isAnOption ? [misuse.missing(`${rawName} ${option.value ?? ''}`.trim())] : [];
}

function misused(what: string, help: string, terminal: Terminal): number {
  terminal.err(`${what}\n\n${help}`);
  return EXIT.misused;
}

function answered({name}: Command, {json, text}: Answer, asJson: boolean, terminal: Terminal): number {
  if (asJson) {
    for (const lines of jsonLines({ok: true, command: name, ...json})) terminal.out(lines);
    if (text !== '') terminal.err(text);
  } else terminal.out(text);
  return EXIT.done;
}

function refused({name}: Command, refusal: Refusal, asJson: boolean, language: Language, terminal: Terminal): number {
  const said = saidOf(refusal, language);
  if (asJson) terminal.out(JSON.stringify({ok: false, command: name, refusal, ...said}, undefined, 2));
  const findings = 'findings' in refusal ? refusal.findings.map((finding) => findingLine(finding, language)) : [];
  terminal.err([said.what, ...findings, `${language.cli.remedy}: ${said.remedy}`].join('\n'));
  return EXIT.refused;
}
