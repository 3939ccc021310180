import { actingIn } from '../../analysis/roles.js';
import { approvalsFound } from '../../audit/approvals-found.js';
import { disregardedRecords } from '../../audit/disregarded-records.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import type { Moment, SpecVersion } from '../../audit/spec-timeline.js';
import { unsignedRecords } from '../../audit/unsigned-records.js';
import { digestsOf, type VersionDigests } from '../../audit/version-digests.js';
import { contentDigest } from '../../base/digests.js';
import type { JsonObject } from '../../base/json.js';
import type { Variant } from '../../model/overlay.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { HeldThen, OwnerThen } from '../../report/in-force/in-force-results.js';
import { shapeOf } from '../../schema/type-at.js';

/** A version with its owner and approvals, in a workspace that holds it; `undefined` where that cannot put it together. */
export function heldThen(found: FollowedSpec, workspace: Workspace, version: SpecVersion, seen: Moment): HeldThen | undefined {
  const spec = workspace.specAt(version.coordinate);
  if (spec === undefined) return undefined;
  const variant = workspace.variants.find((each) => each.spec === spec);
  const owner = ownerOf(workspace, spec);
  return {
    value: inOrder(spec),
    digests: digestsShown(found, version, variant),
    approvals: approvalsFound(found, version, seen),
    disregarded: disregardedRecords(found, version, seen),
    unsigned: unsignedRecords(found, version, seen),
    ...(variant === undefined ? {} : { base: { id: variant.base.id, version: variant.base.value.version, ...(isFitting(variant) ? {} : { isFitting: false as const }) } }),
    ...(owner === undefined ? {} : { owner }),
  };
}

/** What holds after the overlay is that on the base of the day that is asked about, which need not be the base that the commit held; nothing is where it does not fit that. */
function digestsShown(found: FollowedSpec, version: SpecVersion, variant: Variant | undefined): VersionDigests {
  const { effectiveDigest: _, ...digests } = digestsOf(found, version);
  return variant !== undefined && isFitting(variant) ? { ...digests, effectiveDigest: contentDigest(variant.spec.value) } : digests;
}

function isFitting({ failures, problems }: Variant): boolean {
  return failures.length + problems.length === 0;
}

/** What comes from several documents, in the order in which the language declares it. */
function inOrder({ kind, value }: Spec): JsonObject {
  const ranks = Object.keys(shapeOf(kind));
  return Object.fromEntries(Object.entries(value as unknown as JsonObject).sort(([a], [b]) => ranks.indexOf(a) - ranks.indexOf(b)));
}

function ownerOf(workspace: Workspace, { owner }: Spec): OwnerThen | undefined {
  const team = workspace.find('Team', owner);
  if (owner === '') return undefined;
  const roles = (team?.value.roles ?? []).map(({ id }) => `${owner}#${id}`);
  return { team: owner, title: team?.value.title ?? 'nobody who was in force then', people: roles.flatMap((role) => actingIn(workspace, role).slice(0, 1).map(({ person }) => ({ role, person: person.id }))) };
}
