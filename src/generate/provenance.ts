import { sourceDigest, contentDigest, type Digest } from '../base/digests.js';
import type { Coordinate } from '../base/diagnostic.js';
import { headOf } from '../base/generated-head.js';
import { onceFor } from '../base/remembering.js';
import { fieldOf, type JsonValue } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import { manifestPath } from './file-paths.js';

/** A document that a file was made from. */
export interface Source {
  readonly spec: Coordinate;
  /** Absent for a workspace, which has none. */
  readonly version?: string;
  /** Where it stands in its life, for what is not active. */
  readonly status?: string;
  /** Of what it says, a variant with its base. */
  readonly digest: Digest;
}

/** Where a file comes from. */
export interface Provenance {
  /** The documents, sorted. */
  readonly sources: readonly Source[];
  /** Of all of them. */
  readonly digest: Digest;
  /** The same as lines for the head of a file, without the signs of a comment. Ids, versions and digests alone: nothing that an author can write freely. */
  readonly lines: readonly string[];
}

/** A file made from more documents names so many of them, and the list beside it, which has them all: a head of a thousand names is read by nobody. */
const mostNamed = 20;

/** What a workspace wants to be written, and where, says nothing that a file holds: to write one more target makes no other stale. */
const digestOf = onceFor((spec: Spec): Digest => contentDigest(withoutTargets(spec)));

function withoutTargets({ kind, value }: Spec): unknown {
  return kind === 'Workspace' ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'targets')) : value;
}

/** Says of a file of a target what it was made from. */
export function provenanceOf(target: string, specs: readonly Spec[]): Provenance {
  const sources = [...new Set(specs)].map(sourceOf).toSorted((a, b) => (a.spec < b.spec ? -1 : 1));
  const digest = sourceDigest(new TextEncoder().encode(sources.map(({ spec, version, digest: own }) => `${spec} ${version ?? '-'} ${own}\n`).join('')));
  return { sources, digest, lines: linesOf(target, sources, digest) };
}

function sourceOf(spec: Spec): Source {
  const version = fieldOf(spec.value as unknown as JsonValue, 'version');
  return { spec: spec.coordinate, ...(typeof version === 'string' ? { version } : {}), ...(spec.status === 'active' ? {} : { status: spec.status }), digest: digestOf(spec) };
}

function linesOf(target: string, sources: readonly Source[], digest: Digest): readonly string[] {
  const named = sources.slice(0, mostNamed).map(({ spec, version, status }) => `${spec}${version === undefined ? '' : `@${version}`}${status === undefined ? '' : ` (${status})`}`);
  const more = sources.length - named.length;
  const warning = headOf(target);
  return sources.length === 0 ? [warning] : [warning, `From: ${named.join(', ')}${more > 0 ? ` and ${more} more of ${sources.length}: all stand in \`${manifestPath(target)}\`` : ''}`, `Digest: ${digest}`];
}
