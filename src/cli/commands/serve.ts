/** `opgor serve`: the register and the statement in the browser, or with `--public` the public editions alone; until it is ended. */
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome} from '#kit/outcome';
import {saidOf} from '#language/said';
import type {Answer, Command, Context, Given, Misuse} from '../command.ts';
import {openInBrowser, portOf} from '../in-browser.ts';
import {untilEnded} from '../until-ended.ts';

export const serve: Command = {
  name: 'serve',
  positionals: [],
  options: {
    port: {type: 'string', value: 'N'},
    host: {type: 'string', value: 'ADDRESS'},
    origin: {type: 'string', value: 'URL'},
    link: {type: 'boolean'},
    for: {type: 'string', value: 'NAME'},
    open: {type: 'boolean'},
    public: {type: 'boolean'},
    editions: {type: 'string', multiple: true, value: 'FOLDER'},
    key: {type: 'string', value: 'ID'},
  },
  example: 'opgor serve --dir cases --open',
  async run(given, context) {
    const {effects, language, folder, tell} = context;
    const port = portOf(given);
    if (port === undefined) return {misuse: language.cli.misuse.notAPort(given.option('port') ?? '')};
    if (given.flag('public')) return servePublicly(given, context, port);
    const publicOnly = ['editions', 'key'].find((name) => given.option(name) !== undefined);
    if (publicOnly !== undefined) return {misuse: language.cli.misuse.missing('--public')};
    // Fetched when it is asked for: a command starts with its own code alone.
    const {serve: begin} = await import('#http/serve');
    const isAsked = given.flag('link') || given.flag('open') || given.option('for') !== undefined;
    const request = {
      host: given.option('host') ?? '127.0.0.1',
      port,
      origin: given.option('origin'),
      link: isAsked ? (given.option('for') ?? '') : undefined,
    };
    const told = (thrown: unknown) => tell(language.cli.defect(thrown instanceof Error ? thrown.name : 'thrown'));
    const serving = await begin(folder, request, effects, told);
    if (!serving.ok) return serving;
    const {url, link, close} = serving.value;
    tell(
      [language.cli.serving(url), ...(link === undefined ? [] : [language.cli.linkIn(link.url, link.name)])].join('\n'),
    );
    if (given.flag('open')) openInBrowser(link?.url ?? url);
    await untilEnded();
    await close();
    return done({json: {url}, text: language.cli.served});
  },
};

/** Nobody is let in here, so nothing that lets somebody in is taken. */
async function servePublicly(
  given: Given,
  {effects, language, folder, tell, resolve}: Context,
  port: number,
): Promise<Outcome<Answer, Refusal> | Misuse> {
  const {explore, misuse, defect} = language.cli;
  const inside = given.flag('link') ? 'link' : given.option('for') === undefined ? undefined : 'for';
  if (inside !== undefined) return {misuse: misuse.notTogether('--public', `--${inside}`)};
  const {servePublic} = await import('#http/public/serve');
  const named = given.all('editions').map(resolve);
  const request = {
    folders: named.length === 0 ? [folder] : named,
    key: given.option('key'),
    host: given.option('host') ?? '127.0.0.1',
    port,
    origin: given.option('origin'),
  };
  const serving = await servePublic(request, effects, {
    fault: (thrown) => tell(defect(thrown instanceof Error ? thrown.name : 'thrown')),
    leftOut: (one) => tell(explore.leftOut(one.folder, saidOf(one.refusal, language).what)),
  });
  if (!serving.ok) return serving;
  const {url, editions, close} = serving.value;
  tell(explore.serving(url, editions));
  if (given.flag('open')) openInBrowser(url);
  await untilEnded();
  await close();
  return done({json: {url, editions}, text: explore.served});
}
