import { documentOf, type Followed } from '../../audit/past-workspace.js';
import type { SpecTimeline, SpecVersion } from '../../audit/spec-timeline.js';
import type { Coordinate } from '../../base/diagnostic.js';
import { memoryTree } from '../../load/file-tree.js';
import type { Spec } from '../../model/spec.js';
import { buildWorkspace, type Workspace } from '../../model/workspace.js';
import { isFor, isOpenKind, namesFor, seesSpec, type KeptSince } from '../../render/audience.js';
import type { Audience } from '../../render/audiences.js';
import { hiddenAmong, namesIn, type NamesIn } from '../../render/hidden-names.js';
import { lostNames } from '../../render/lost-names.js';
import { accessThen } from './access-then.js';

/**
 * What readers may not know of by now, whatever older versions told of it and newer ones still name: documents of a workspace that are for a narrower
 * circle, and those that were when they were deleted, by all the names that they ever had.
 */
export function keptSince(followed: Followed, workspace: Workspace, audience: Audience): KeptSince {
  const sees = (spec: Spec): boolean => seesSpec(audience, spec);
  const isKept = ({ coordinate, versions }: SpecTimeline): boolean => {
    const now = workspace.specAt(coordinate);
    return now === undefined ? !isOpenKind(versions.at(-1)!.kind) && !isFor(audience, accessThen(followed, versions.at(-1)!)) : !sees(now);
  };
  const versions = followed.workspace.specs.filter(isKept).flatMap((spec) => spec.versions);
  const isOpenNow = (coordinate: Coordinate): boolean => [workspace.specAt(coordinate)].some((spec) => spec !== undefined && sees(spec));
  return {
    coordinates: new Set(versions.map(({ coordinate }) => coordinate).filter((coordinate) => !isOpenNow(coordinate))),
    names: hiddenAmong(namesFor(workspace, audience), ...versions.map((version) => namesOf(followed, version)), ...unknownNames(followed, workspace, audience)),
  };
}

/** What leads nowhere may have been declared where nobody could read it. */
function unknownNames({ workspace: { isReadWhole } }: Followed, workspace: Workspace, audience: Audience): readonly NamesIn[] {
  return isReadWhole ? [] : [lostNames(workspace, (access) => isFor(audience, access))];
}

/** What a version was called, and what it declared. An entry of a Directory declares nothing of its own. */
function namesOf(followed: Followed, version: SpecVersion): NamesIn {
  const own = { id: version.id, title: version.title, isOpen: false };
  if (version.directory !== undefined) return { documents: [own], entries: [] };
  const alone = buildWorkspace({ tree: memoryTree({}), prefix: '', folder: '', documents: [documentOf(followed, version)], imports: new Map(), problems: [] });
  const { documents, entries } = namesIn(alone, () => false, () => false);
  return { documents: [own, ...documents], entries };
}
