import type { Coordinate } from '../base/diagnostic.js';
import type { Released } from '../diff/diff.js';
import { workspaceAt, type Followed } from './past-workspace.js';
import { lastReleased, type Moment } from './spec-timeline.js';

/**
 * What was released last of a document that is a draft at a commit, if anything was and the document has not left since. That a version is put back to draft
 * ends nothing.
 *
 * @param draft - As the commit calls it.
 */
export function releasedBefore(followed: Followed, draft: Coordinate, seen: Pick<Moment, 'place'>): Released | undefined {
  const version = followed.workspace.specs.map(({ versions }) => versions.filter(({ moment }) => moment.place <= seen.place)).filter((known) => known.at(-1)?.coordinate === draft).map(lastReleased).find((each) => each !== undefined);
  if (version === undefined) return undefined;
  const workspace = workspaceAt(followed, version.moment);
  const spec = workspace.specAt(version.coordinate);
  return spec === undefined ? undefined : { workspace, spec };
}
