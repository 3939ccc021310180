#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';

// Before the rest is read, so that Node keeps it compiled for the next run, where it can do that.
(module as { readonly enableCompileCache?: (folder: string) => unknown }).enableCompileCache?.(join(cacheFolder(process.env), 'compiled'));
await import('./start.js');
