/** veraPDF, the industry's validator, fetched from Maven Central the first time and run in a Java of one's own. */
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {has, run} from '../programs.ts';

const HERE = import.meta.dirname;
const CLASS_PATH = resolve('node_modules/.cache/opgor/verapdf-1.26.1.txt');

/** The validator's class path, or undefined where it cannot be had; the reason is printed. */
export function prepareVeraPdf(): string | undefined {
  if (!has('java') || !has('mvn')) return undefined;
  const usable = () => existsSync(CLASS_PATH) && readFileSync(CLASS_PATH, 'utf8').trim().split(':').every(existsSync);
  if (usable()) return readFileSync(CLASS_PATH, 'utf8').trim();
  mkdirSync(join(CLASS_PATH, '..'), {recursive: true});
  try {
    run(
      'mvn',
      '-q',
      '-B',
      '-f',
      join(HERE, 'pom.xml'),
      'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath',
      `-Dmdep.outputFile=${CLASS_PATH}`,
    );
  } catch {
    console.warn('skipped: veraPDF could not be fetched from Maven Central');
    return undefined;
  }
  return readFileSync(CLASS_PATH, 'utf8').trim();
}

/** One line for each standard and each broken rule. */
export const validate = (classPath: string, file: string): readonly string[] =>
  run('java', '-cp', classPath, join(HERE, 'Validate.java'), file).trim().split('\n');
