/** What a portable program is made of, as CycloneDX 1.6 says it: the runtime, the libraries beside the code and those within it. */
import type {Package} from './packages.ts';
import type {Platform} from './platforms.ts';

export interface Library {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Named in the package's `LICENSES.txt`: libraries whose code is in the program's own files. */
export const bundled = (licences: string): readonly Library[] =>
  [...licences.matchAll(/^(\S+) (\d+\.\S+) \((.+)\)$/gm)].map(([, name = '', version = '', licence = '']) => ({
    ...{name, version, licence},
  }));

export interface Contents {
  readonly version: string;
  readonly platform: Platform;
  readonly packages: readonly Package[];
  readonly libraries: readonly Library[];
  /** SHA-256 of the runtime. */
  readonly node: string;
}

export function sbom({version, platform, packages, libraries, node}: Contents): object {
  const {runtime, id} = platform;
  const self = {
    ...{'bom-ref': 'opgor', type: 'application', name: 'opgor', version},
    licenses: [{license: {id: 'MIT'}}],
  };
  const components = [
    {
      ...{'bom-ref': 'node', type: 'platform', name: 'node', version: runtime.version},
      ...{purl: purlOf(runtime), hashes: [{alg: 'SHA-256', content: node}]},
      licenses: [{license: {id: 'MIT'}}],
    },
    ...packages.map((one) => ({
      ...component(one),
      hashes: [{alg: 'SHA-512', content: Buffer.from(one.integrity.replace(/^sha512-/, ''), 'base64').toString('hex')}],
    })),
    ...libraries.map(component),
  ].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {component: self, properties: [{name: 'platform', value: id}]},
    components,
    dependencies: [{ref: 'opgor', dependsOn: components.map((one) => one['bom-ref'])}],
  };
}

const component = (one: Library | Package) => ({
  ...{'bom-ref': purlOf(one), type: 'library', name: one.name, version: one.version, purl: purlOf(one)},
  licenses: [/ (AND|OR) /.test(one.licence) ? {expression: one.licence} : {license: {id: one.licence}}],
});

const purlOf = ({name, version}: {readonly name: string; readonly version: string}): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;
