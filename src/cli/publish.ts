import { resolve } from 'node:path';
import type { Results, View } from '../report/reporter.js';
import { reporters } from '../report/reporters/index.js';
import type { Console } from './console.js';
import type { CheckOptions, FormatTarget } from './options.js';
import { writeFileWhole } from './write-artifacts.js';

/** Prints the results in each format that was asked for, or writes them to its file. */
export function publish(console: Console, results: Results, options: CheckOptions): void {
  const targets: readonly FormatTarget[] = options.format.length === 0 ? [{ name: 'text', file: undefined }] : options.format;
  for (const { name, file } of targets) {
    const reporter = reporters.find(({ id }) => id === name)!;
    const text = reporter.report(results, viewFor(console, options, file));
    if (file === undefined) console.print(text);
    else writeFileWhole(resolve(console.folder, file), text);
  }
}

function viewFor(console: Console, options: CheckOptions, file: string | undefined): View {
  const { environment } = console;
  const wanted = options.color ?? (environment['NO_COLOR'] === undefined && (environment['FORCE_COLOR'] !== undefined || console.isTerminal));
  return { color: wanted && file === undefined, maxProblems: options.maxProblems, quiet: options.quiet === true, failOn: options.failOn };
}
