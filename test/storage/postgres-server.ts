/**
 * A PostgreSQL server of the tests' own, from Debian's packages: made in a temporary folder, reached by a socket and on loopback,
 * ended by its process id. Started by whichever test file needs one; processes that it starts find it by the environment.
 */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import pg from 'pg';

const OLDEST = 15;
const PACKAGES = '/usr/lib/postgresql';

/** The newest that is installed. */
export function programs(): string | undefined {
  const versions = existsSync(PACKAGES)
    ? readdirSync(PACKAGES)
        .map(Number)
        .filter((one) => one >= OLDEST)
    : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(PACKAGES, String(version), 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

export const hasPostgres = programs() !== undefined;
if (!hasPostgres)
  console.warn(`Skipped: PostgreSQL ${OLDEST} or newer is not installed, and what needs it is not tested.`);

/** The server refuses to run as root. */
function runner(): {readonly uid?: number; readonly gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, user: string) => Number(execFileSync('id', [flag, user], {encoding: 'utf8'}));
  return {uid: id('-u', 'nobody'), gid: id('-g', 'nobody')};
}

export interface PostgresServer {
  readonly folder: string;
  /** Of a database, through the socket unless told; as its owner unless told. */
  url(database: string, over?: {readonly user?: string; readonly password?: string; readonly tcp?: boolean}): string;
  start(): Promise<void>;
  /** As an administrator would: whoever is connected is cut off. */
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

const OWNER = 'owner';
/** What the stores of the contract suite find, in whichever process. */
const PLACE = 'OPGOR_TEST_POSTGRES';

export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs() ?? '';
  const [as, port, password] = [runner(), await freePort(), randomBytes(12).toString('hex')];
  const folder = mkdtempSync(join(tmpdir(), 'opgor-postgres-'));
  chmodSync(folder, 0o711);
  const [data, sockets, pwfile] = ['data', 'sockets', 'password'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const one of [data, sockets]) mkdirSync(one, {mode: 0o700});
  writeFileSync(pwfile, password);
  if (as.uid !== undefined) for (const one of [data, sockets, pwfile]) chownSync(one, as.uid, as.gid ?? as.uid);
  const auth = ['--auth-local=trust', '--auth-host=scram-sha-256', `--pwfile=${pwfile}`];
  const made = ['-D', data, '-U', OWNER, ...auth, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), made, {...as, stdio: 'pipe', cwd: folder, env: {}});

  let running: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    const ended = running;
    running = undefined;
    if (ended === undefined || ended.exitCode !== null) return;
    ended.kill(signal);
    await once(ended, 'exit');
  };
  const url: PostgresServer['url'] = (database, {user = OWNER, password: given = password, tcp = false} = {}) =>
    tcp
      ? `postgresql://${user}:${given}@127.0.0.1:${port}/${database}`
      : `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(sockets)}`;
  const start = async () => {
    const settings = [`-h127.0.0.1`, `-p${port}`, `-k${sockets}`, '-cmax_connections=60', '-cshared_buffers=32MB'];
    const begin = () =>
      spawn(join(bin, 'postgres'), ['-D', data, ...settings], {...as, stdio: 'ignore', cwd: folder, env: {}});
    running = begin();
    await answering(url('postgres'), () => {
      // What is left of the one before can hold its memory a while: then a new one ends at once.
      if (running?.exitCode !== null) running = begin();
    });
  };
  process.on('exit', () => running?.kill('SIGQUIT'));
  await start();
  process.env[PLACE] = url('%');
  return {
    folder,
    url,
    start,
    stop: () => end('SIGINT'),
    kill: () => end('SIGQUIT'),
    async remove() {
      await end('SIGINT');
      delete process.env[PLACE];
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

async function answering(url: string, waiting: () => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({connectionString: url});
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (thrown) {
      // After a power cut it first reads what it had begun, and other work may have the disk.
      if (tries > 1200) throw thrown;
      waiting();
      await setTimeout(50);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The address of a database that is made where it is not there, called after whatever it is for. */
export async function databaseFor(purpose: string): Promise<string> {
  const name = `opgor_${createHash('sha256').update(purpose).digest('hex').slice(0, 20)}`;
  const url = (database: string) => (process.env[PLACE] ?? '').replace('%', database);
  await asOwner(url('postgres'), async (client) => {
    const {rowCount} = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  });
  return url(name);
}

/** By hand, past the store. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
