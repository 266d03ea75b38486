/**
 * The package: the program and its threads, each with the libraries it uses, so that a version is the same code wherever it
 * is installed. Apart stay those that bring a font, WebAssembly or machine code.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {defineConfig, type Plugin} from 'rolldown';
import {designFrom} from './src/web/design.ts';

const DESIGN = dirname(dirname(createRequire(import.meta.url).resolve('dkfds')));
const designVersion = (): string => JSON.parse(readFileSync(join(dirname(DESIGN), 'package.json'), 'utf8')).version;
const apart = [/^@myriaddreamin\//, /^@resvg\//, /^@expo-google-fonts\//, /^highs$/];

export default defineConfig({
  input: {
    main: 'src/cli/main.ts',
    'beside-thread': 'src/production/beside-thread.ts',
    'receive-thread': 'src/production/receive-thread.ts',
    'sheet-worker': 'src/intake/sheet-worker.ts',
  },
  platform: 'node',
  external: apart,
  // Side by side: a thread is found beside the code that starts it.
  output: {dir: 'dist', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js'},
  plugins: [licences(), designSystem()],
});

/** `design/`: the style sheet of the Danish public design system and the few icons that the workbench's pages have of it. */
function designSystem(): Plugin {
  return {
    name: 'design-system',
    generateBundle() {
      const emit = (path: string): string => {
        const source = readFileSync(join(DESIGN, path), 'utf8');
        this.emitFile({type: 'asset', fileName: `design/${path}`, source});
        return source;
      };
      designFrom({css: emit('css/dkfds.min.css'), icon: (name) => emit(`img/svg-icons/${name}.svg`)});
      emit('LICENSE.md');
    },
  };
}

/** `LICENSES.txt`: the name and the licence of every library whose code is in the package. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.filter((id) => id.includes('node_modules')).map(packageOf));
      // Of this one only the style sheet and icons travel (MIT; the icons Apache-2.0); its typefaces do not.
      const style = `dkfds ${designVersion()} (MIT)\n\n${readFileSync(join(DESIGN, 'LICENSE.md'), 'utf8').trim()}`;
      const texts = [...folders].sort().map((folder) => {
        const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        return `${name} ${version} (${license})\n\n${licenceIn(folder) ?? `Licence: ${license}`}`;
      });
      this.emitFile({
        type: 'asset',
        fileName: 'LICENSES.txt',
        source: `${[...texts, style].join(`\n\n${'='.repeat(80)}\n\n`)}\n`,
      });
    },
  };
}

function packageOf(file: string): string {
  const folder = dirname(file);
  const isPackage = existsSync(join(folder, 'package.json')) && /node_modules\/(@[^/]+\/)?[^/@]+$/.test(folder);
  return isPackage ? folder : packageOf(folder);
}

function licenceIn(folder: string): string | undefined {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
}
