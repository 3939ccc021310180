import type { FollowedSpec } from '../../src/audit/find-spec.js';
import { findSpec } from '../../src/audit/find-spec.js';
import { openTimeline, type Timeline } from '../../src/audit/timeline.js';
import { newRepository, type Files, type TestRepository } from '../support/git-repository.js';

/** A promise in a version, with its days. */
export function promise(id: string, version: string, rest: string, within = '10d'): string {
  return `apiVersion: waymark/v1
kind: Sla
id: ${id}
title: Claim settled
version: ${version}
${rest.trimEnd()}
owner: claims
provider: claims
consumer: customer
type: sla
metric: duration
clock: {start: claim-reported, stop: claim-settled}
targets: [{within: ${within}, percent: 90}]
window: P1M
`;
}

/** `active` with its days. */
export function active(from: string, until?: string): string {
  return `status: active\neffective: {from: ${from}${until === undefined ? '' : `, until: ${until}`}}`;
}

/** The timeline of a test's repository. */
export function timelineOf({ folder }: TestRepository, branch?: string): Timeline {
  const timeline = openTimeline(folder, branch, '2026-11-22');
  if ('problem' in timeline) throw new Error(timeline.problem);
  return timeline;
}

export function followed(timeline: Timeline, name: string): FollowedSpec {
  const found = findSpec(timeline, name);
  if ('problem' in found) throw new Error(found.problem);
  return found;
}

/** `changed 1.1.0` for each version of a spec, the oldest first. */
export function story(timeline: Timeline, name: string): readonly string[] {
  return followed(timeline, name).spec.versions.map(({ event, version, moment: { place } }) => `${place} ${event} ${version ?? ''}`.trimEnd());
}

/** A repository with a commit on each of some days. */
export function commits(...each: readonly (readonly [day: string, files: Files])[]): TestRepository {
  const made = newRepository();
  for (const [day, files] of each) commitOn(made, day, files);
  return made;
}

/** Commits on a day. */
export function commitOn(made: TestRepository, day: string, files: Files): void {
  made.commit(files, day);
  amendDate(made, day);
}

/** Who commits can write any day. */
export function amendDate(made: TestRepository, day: string): void {
  const seconds = Date.parse(`${day}T12:00:00Z`) / 1000;
  const text = made.gitWith('', 'cat-file', 'commit', 'HEAD').replace(/^(author|committer) (.*) \d+ [+-]\d+$/gm, `$1 $2 ${seconds} +0000`);
  made.git('update-ref', 'HEAD', made.gitWith(text, 'hash-object', '-t', 'commit', '-w', '--stdin').trim());
}
