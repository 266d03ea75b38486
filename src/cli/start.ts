/** The command's edge: terminal, environment, exit code. What goes wrong here without a refusal is a defect of ours. */
import {resolve} from 'node:path';
import {Defect} from '#kit/defect';
import {daysShown} from '#language/days';
import {languages} from '#language/language';
import {nodeEffects} from '#production/effects';
import {askOn} from './ask.ts';
import {commandsFor} from './commands/index.ts';
import {EXIT} from './exit-code.ts';
import {run} from './run.ts';
import {openScreen} from './screen.ts';
import {terminalProgress} from './terminal-progress.ts';

const environment = process.env;
// Windows has no such variables; it tells its language when it is asked how it writes.
const spoken =
  environment.OPGOR_LANGUAGE ??
  environment.LC_ALL ??
  environment.LC_MESSAGES ??
  environment.LANG ??
  new Intl.DateTimeFormat().resolvedOptions().locale;
const language = languages[spoken.toLowerCase().startsWith('da') ? 'da' : 'en'];
// Under `npm run`, the working folder is the package's; the user stands elsewhere.
const here = environment.npm_lifecycle_event === undefined ? process.cwd() : (environment.INIT_CWD ?? process.cwd());

/** Where it went wrong, without what it was working on: a message may hold what no log may. */
function whereOf(thrown: unknown): string {
  if (thrown instanceof Defect) return thrown.message;
  const place = thrown instanceof Error ? /\(?([^()\s]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined;
  return `${thrown instanceof Error ? thrown.name : 'thrown'} ${place ?? ''}`.trim();
}

// Whoever reads may stop reading, as `| head` does.
process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
  if (thrown.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
  throw thrown;
});

// What is shown there alone is asked for there: neither a pipe nor a file gets it.
const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
const args = process.argv.slice(2);
// What a program reads has its days as files have them.
const shown = (text: string) => (args.includes('--json') ? text : daysShown(text, language.tag));
const progress = terminalProgress(process.stderr, language);
try {
  process.exitCode = await run(
    args,
    await commandsFor(args),
    {
      out: (text) => {
        progress.end();
        process.stdout.write(`${shown(text)}\n`);
      },
      err: (text) => {
        progress.end();
        process.stderr.write(`${shown(text)}\n`);
      },
    },
    (folder) => ({
      effects: nodeEffects(),
      language,
      progress: progress.show,
      folder: resolve(here, folder ?? '.'),
      resolve: (path) => resolve(here, path),
      tell: (text) => {
        if (text !== '') process.stderr.write(`${shown(text)}\n`);
      },
      ask:
        process.stdin.isTTY === true && process.stderr.isTTY === true
          ? askOn(process.stdin, process.stderr)
          : undefined,
      screen: isTerminal
        ? () => {
            progress.end();
            return openScreen(process.stdin, process.stdout);
          }
        : undefined,
    }),
  );
} catch (thrown) {
  process.stderr.write(`${language.cli.defect(whereOf(thrown))}\n`);
  process.exitCode = EXIT.defect;
} finally {
  progress.end();
}
