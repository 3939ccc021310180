import { benchmark } from '../../audit/benchmark/benchmark.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { workspaceAt } from '../../audit/past-workspace.js';
import { versionNumbered } from '../../audit/released-version.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { meaningOf } from '../../audit/version-changes.js';
import { weighedBy } from '../../control/levels.js';
import type { Change } from '../../diff/change.js';
import { diff } from '../../diff/diff.js';
import { documentPartOf } from '../../model/spec.js';
import type { SiteComparison } from '../../render/site/site-input.js';
import { tablesOf } from '../../report/benchmark/benchmark-words.js';
import { siteChange } from './site-history.js';

/** A journey with so many versions has each compared with every other one. */
const mostVersions = 6;

/** And so many comparisons of whole workspaces a site is worth. Beyond, each version is told as what its own commits changed. */
const mostComparisons = 60;

/** How the versions of a journey are set beside each other. Every pair where they are few, else each with the one before. */
export function comparisons(specs: readonly FollowedSpec[]): (found: FollowedSpec) => readonly SiteComparison[] {
  const journeys = specs.filter(({ spec }) => spec.coordinate.startsWith('journey:'));
  const moments = new Set(journeys.flatMap((found) => pairsOf(numbered(found)).map(([from, to]) => `${from.moment.place} ${to.moment.place}`)));
  const isFew = moments.size <= mostComparisons;
  return (found) => (isFew ? pairsOf(numbered(found)).map(([from, to]) => compared(found, from, to)) : neighbours(numbered(found)).map(([from, to]) => summed(found, from, to)));
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

/** Two versions, each in the workspace of its commit. */
function compared(found: FollowedSpec, from: SpecVersion, to: SpecVersion): SiteComparison {
  const [before, after] = [workspaceAt(found, from.moment), workspaceAt(found, to.moment)];
  const changes = weighedBy(before, diff(before, after)).filter(({ subject }) => documentPartOf(subject) === to.coordinate);
  const rows = benchmark({ workspace: before, journey: from.id }, { workspace: after, journey: to.id }) ?? [];
  const lines = tablesOf({ rows }).flatMap(({ title, lines: all }) => all.map(({ cells: [what, one, other], judgement = '' }) => ({ what: `${title}: ${what}`, before: one, after: other, judgement })));
  return { ...namesOf(from, to, changes), rows: lines.filter((line) => line.before !== line.after) };
}

/** What the commits from one version to the next changed, one after the other. */
function summed(found: FollowedSpec, from: SpecVersion, to: SpecVersion): SiteComparison {
  const between = found.spec.versions.filter(({ moment }) => moment.place > from.moment.place && moment.place <= to.moment.place);
  return { ...namesOf(from, to, between.flatMap((version) => meaningOf(found, version).changes)), rows: [] };
}

function namesOf(from: SpecVersion, to: SpecVersion, changes: readonly Change[]): Pick<SiteComparison, 'from' | 'to' | 'changes'> {
  return { from: from.version!, to: to.version!, changes: changes.map(siteChange) };
}
