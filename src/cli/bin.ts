#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './cache-folder.js';

// Before the rest is read, so that Node keeps it compiled for the next run, where it can do that.
const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };
const kept = enableCompileCache === undefined ? undefined : cacheFolder(process.env);
if (kept !== undefined && 'folder' in kept) enableCompileCache?.(join(kept.folder, 'compiled'));
// A command is soon over. Node 20 begins early to compile for speed what then runs too seldom to pay that back, which later versions do not.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');
await import('./start.js');
