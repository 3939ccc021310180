import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Tests that start processes, or change what a process has for all of its code, such as its environment. Each file gets a process of its own. */
const apart = ['audit', 'cli', 'editor', 'histories', 'load', 'robustness', 'site'];
/** All others ask functions that keep nothing, so the files of one process read the modules once, which saves much of the time of a run. */
const together = readdirSync(new URL('tests', import.meta.url), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && !apart.includes(entry.name) ? [entry.name] : []));

const foldersOf = (names: readonly string[]): string[] => names.map((name) => `tests/${name}/**/*.test.ts`);
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // By default one core is left free for whoever watches; nobody watches these.
    maxWorkers: '100%',
    globalSetup: ['tests/global-setup.ts'],
    projects: [
      { test: { ...patience, name: 'apart', include: [...foldersOf(apart), 'tests/*.test.ts'] } },
      { test: { ...patience, name: 'together', include: foldersOf(together), isolate: false } },
    ],
  },
});
