import { benchmark } from '../../audit/benchmark/benchmark.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { versionNumbered } from '../../audit/released-version.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { weighedBy } from '../../control/levels.js';
import type { Change } from '../../diff/change.js';
import { diff } from '../../diff/diff.js';
import { documentPartOf } from '../../model/spec.js';
import type { BenchmarkRow } from '../../audit/benchmark/rows.js';
import { readableChanges } from '../../render/readable-changes.js';
import type { Seen } from '../../render/shown-promises.js';
import type { SiteComparison, SiteComparisonRow } from '../../render/site/site-input.js';
import { tablesOf } from '../../report/benchmark/benchmark-words.js';
import type { PastReaders } from './past-readers.js';
import { readableRows } from './readable-rows.js';
import { siteChange } from './site-history.js';

/** A journey with so many versions has each compared with every other one. */
const mostVersions = 6;

/** And so many comparisons of whole workspaces a site is worth. Beyond, each version is told as what its own commits changed. */
const mostComparisons = 60;

/** How the versions of a journey are set beside each other. Every pair where they are few, else each with the one before. */
export function comparisons(specs: readonly FollowedSpec[], readers: PastReaders): (found: FollowedSpec) => readonly SiteComparison[] {
  const journeys = specs.filter(({ spec }) => spec.coordinate.startsWith('journey:'));
  const moments = new Set(journeys.flatMap((found) => pairsOf(numbered(found)).map(([from, to]) => `${from.moment.place} ${to.moment.place}`)));
  const isFew = moments.size <= mostComparisons;
  return (found) => (isFew ? pairsOf(numbered(found)).map(([from, to]) => compared(from, to, readers)) : neighbours(numbered(found)).map(([from, to]) => summed(found, from, to, readers)));
}

type Pair = readonly [SpecVersion, SpecVersion];

/** One version for each number, the oldest first: of several that bear one, the last that bound somebody. */
function numbered(of: FollowedSpec): readonly SpecVersion[] {
  const numbers = [...new Set(of.spec.versions.flatMap(({ version }) => version ?? []))];
  const found = numbers.map((number) => versionNumbered(of, number)).flatMap((each) => ('problem' in each ? [] : [each.version]));
  return found.sort((a, b) => a.moment.place - b.moment.place);
}

function pairsOf(versions: readonly SpecVersion[]): readonly Pair[] {
  return versions.length > mostVersions ? neighbours(versions) : versions.flatMap((to, index) => versions.slice(0, index).map((from): Pair => [from, to]));
}

function neighbours(versions: readonly SpecVersion[]): readonly Pair[] {
  return versions.slice(1).map((to, index): Pair => [versions[index]!, to]);
}

/** Two versions, each in the workspace of its commit, as far as neither of these keeps them from the readers. */
function compared(from: SpecVersion, to: SpecVersion, readers: PastReaders): SiteComparison {
  const [before, after] = [readers.seenAt(from.moment), readers.seenAt(to.moment)];
  const changes = weighedBy(before.workspace, diff(before.workspace, after.workspace)).filter(({ subject }) => documentPartOf(subject) === to.coordinate);
  const rows = benchmark({ workspace: before.workspace, journey: from.id }, { workspace: after.workspace, journey: to.id }) ?? [];
  const open = readableRows([{ ...before, journey: from.id }, { ...after, journey: to.id }], rows);
  return { ...namesOf(from, to, readableChanges([before, after], changes)), rows: linesOf(open).filter(isReadable([before, after])) };
}

/** Words that are the same on both sides say nothing here. */
function linesOf(rows: readonly BenchmarkRow[]): readonly SiteComparisonRow[] {
  const lines = tablesOf({ rows }).flatMap(({ title, lines: all }) => all.map(({ cells: [what, one, other], judgement = '' }) => ({ what: `${title}: ${what}`, before: one, after: other, judgement })));
  return lines.filter((line) => line.before !== line.after);
}

function isReadable(sides: readonly Seen[]): (line: SiteComparisonRow) => boolean {
  return ({ what, before, after }) => sides.every(({ sight }) => sight?.mayRead(`${what}\n${before}\n${after}`) !== false);
}

/** What the commits from one version to the next changed, one after the other. */
function summed(found: FollowedSpec, from: SpecVersion, to: SpecVersion, readers: PastReaders): SiteComparison {
  const between = found.spec.versions.filter(({ moment }) => moment.place > from.moment.place && moment.place <= to.moment.place);
  return { ...namesOf(from, to, between.flatMap((version) => readers.changesOf(found, version))), rows: [] };
}

function namesOf(from: SpecVersion, to: SpecVersion, changes: readonly Change[]): Pick<SiteComparison, 'from' | 'to' | 'changes'> {
  return { from: from.version!, to: to.version!, changes: changes.map(siteChange) };
}
