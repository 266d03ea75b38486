#!/usr/bin/env node
/** Where the command begins: every start after the first reads compiled code. */
import {enableCompileCache} from 'node:module';

enableCompileCache();
await import('./start.ts');
