import { reporters } from './reporters/index.js';
import type { Results, View } from './reporter.js';

/** One output format of results that are no check. */
interface FormatOf<Told, Seen> {
  readonly id: string;
  report(results: Told, view: Seen): string;
}

/** The formats of a check for other results: those that are written for them, and all others, which take them as findings. */
export function inEveryFormat<Told, Seen extends View>(written: readonly FormatOf<Told, Seen>[], asFindings: (results: Told) => Results): readonly FormatOf<Told, Seen>[] {
  return reporters.map(({ id, report }) => written.find((each) => each.id === id) ?? { id, report: (results, view) => report(asFindings(results), view) });
}
