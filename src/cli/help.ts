/** Help: every command with an example, made from what the command takes. */

import type {OptionName} from '#language/cli-words';
import type {Language} from '#language/language';
import type {Command, Option} from './command.ts';

export function programHelp(commands: readonly Command[], {cli}: Language): string {
  const rows = commands.map(({name}) => [name, cli.summaries[name]] as const);
  return [
    `opgor: ${cli.tagline}`,
    '',
    `${cli.usage}: opgor ${cli.commands.toUpperCase()} …`,
    '',
    ...columns(rows),
    '',
    cli.more,
  ].join('\n');
}

export function commandHelp(command: Command, {cli}: Language): string {
  const positionals = command.positionals.map(({name, required}) => (required ? name : `[${name}]`));
  const options: readonly (readonly [string, Option])[] = [...Object.entries(command.options), ...COMMON];
  const rows = options.map(([name, option]) => [flag(name, option), wordsOf(cli, command, name)] as const);
  return [
    `${cli.usage}: opgor ${[command.name, ...positionals].join(' ')} [${cli.options.toLowerCase()}]`,
    '',
    cli.summaries[command.name],
    '',
    ...command.positionals.flatMap(({name, known}) =>
      known === undefined ? [] : [`${cli.oneOf(name)}:`, ...known.map((one) => `  ${one}`), ''],
    ),
    `${cli.options}:`,
    ...columns(rows),
    '',
    `${cli.example}:`,
    `  ${command.example}`,
  ].join('\n');
}

const COMMON: readonly (readonly [string, Option])[] = [
  ['dir', {type: 'string', value: 'WORKSPACE'}],
  ['json', {type: 'boolean'}],
  ['help', {type: 'boolean'}],
];

const flag = (name: string, {type, value}: Option) =>
  type === 'boolean' ? `--${name}` : `--${name} ${value ?? 'VALUE'}`;

const isOption = (words: Readonly<Record<OptionName, string>>, name: string): name is OptionName => name in words;
const wordsOf = ({optionWords, optionWordsOf}: Language['cli'], command: Command, name: string) =>
  isOption(optionWords, name) ? (optionWordsOf[command.name]?.[name] ?? optionWords[name]) : '';

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
