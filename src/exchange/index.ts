/** The shelf of formats. */
import {csv} from './csv.ts';
import type {Exporter} from './exporter.ts';
import {jsonStat} from './json-stat.ts';

export const EXPORTERS: readonly Exporter[] = [jsonStat, csv];
