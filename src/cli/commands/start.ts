/** `opgor start`: what a double click does. Opens what is in the folder in the browser; where nothing is, the page that begins. */
import {done} from '#kit/outcome';
import type {Command} from '../command.ts';
import {openInBrowser, portOf} from '../in-browser.ts';
import {untilEnded} from '../until-ended.ts';

export const start: Command = {
  name: 'start',
  positionals: [],
  options: {port: {type: 'string', value: 'N'}, 'no-browser': {type: 'boolean'}},
  example: 'opgor start',
  async run(given, {effects, language, folder, tell}) {
    const port = portOf(given);
    if (port === undefined) return {misuse: language.cli.misuse.notAPort(given.option('port') ?? '')};
    const {start: begin} = await import('#http/serve');
    const told = (thrown: unknown) => tell(language.cli.defect(thrown instanceof Error ? thrown.name : 'thrown'));
    const on = (chosen: number) => begin(folder, {host: '127.0.0.1', port: chosen, origin: undefined}, effects, told);
    const first = await on(port);
    // Where nobody asked for a port, any that is free will do.
    const isTaken = !first.ok && first.refusal.reason === 'port-in-use' && given.option('port') === undefined;
    const serving = isTaken ? await on(0) : first;
    if (!serving.ok) return serving;
    const open = given.flag('no-browser') ? () => {} : openInBrowser;
    if ('already' in serving.value) {
      const {already} = serving.value;
      open(already);
      return done({json: {url: already}, text: language.cli.serving(already)});
    }
    const {url, link, close} = serving.value;
    tell([language.cli.serving(url), ...(link === undefined ? [] : [language.cli.openThis(link.url)])].join('\n'));
    open(link?.url ?? url);
    await untilEnded();
    await close();
    return done({json: {url}, text: language.cli.served});
  },
};
