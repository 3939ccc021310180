#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { suitShortRun } from './short-run.js';

// Before the rest is read, so that Node keeps it compiled for the next run, where it can do that.
const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };
const kept = enableCompileCache === undefined ? undefined : cacheFolder(process.env);
if (kept !== undefined && 'folder' in kept) enableCompileCache?.(join(kept.folder, 'compiled'));
suitShortRun();
await import('./start.js');
