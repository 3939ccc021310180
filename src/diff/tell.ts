import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { JsonObject, Path } from '../base/json.js';
import type { Span } from '../base/source.js';
import { spanIn } from '../load/document.js';
import type { Spec } from '../model/spec.js';
import type { Level } from '../schema/meanings.js';
import type { Audience, Change, ChangePart, SymbolicApprover } from './change.js';
import type { ChangeKind } from './change-kind.js';
import type { Slower } from './slower-ways.js';

/** A place of a spec. */
export interface Place {
  readonly spec: Spec;
  readonly path: Path;
}

/** A place that differs, on the sides where there is one. */
export interface CoveredPlaces {
  readonly before?: Place | undefined;
  readonly after?: Place | undefined;
}

/** A change before it has a span and a fingerprint. */
export interface Judgement {
  readonly kind: ChangeKind;
  readonly subject: Coordinate;
  readonly facts: JsonObject;
  readonly message: string;
  readonly before?: Place;
  readonly after?: Place;
  /** Every place whose value it tells; where nothing is said, `before` and `after`. A place stands for all that is below it. */
  readonly covers?: readonly CoveredPlaces[];
  /** Where this one weighs otherwise than its kind. */
  readonly level?: Level;
  readonly regulated?: boolean;
  readonly harms?: readonly Audience[];
  /** Who has to agree, where it is not only whom its kind asks. */
  readonly approvers?: readonly SymbolicApprover[];
  /** The fields of a group that came or went as a whole, each as it would be by itself. */
  readonly includes?: readonly Judgement[];
  /** Subjects of the changes that it follows from. */
  readonly because?: readonly Coordinate[];
  /** Of what has become of a proof: the promise to customers that is harder to keep than it was. */
  readonly slower?: Slower;
}

/** A change as it is told. `namespace` tells its workspace from others. */
export function toChange(namespace: string, judgement: Judgement): Change {
  const { kind, subject, facts, message, before, after, harms, includes, because } = judgement;
  const version = before === undefined ? '' : versionOf(before.spec);
  return {
    ...toPart(judgement),
    action: kind.action,
    harms: harms ?? kind.harms,
    facts,
    message,
    ...(includes === undefined ? {} : { includes: includes.map(toPart) }),
    ...(because === undefined ? {} : { because }),
    ...(before === undefined ? {} : { before: spanOf(before) }),
    ...(after === undefined ? {} : { after: spanOf(after) }),
    fingerprint: createHash('sha256').update(canonicalJson([namespace, kind.id, subject, facts, version])).digest('hex'),
  };
}

function toPart({ kind, level, regulated, approvers, subject }: Judgement): ChangePart {
  return { kind: kind.id, level: level ?? kind.level, regulated: regulated ?? kind.regulated, approvers: approvers ?? kind.approvers, subject };
}

function versionOf({ value }: Spec): string {
  return 'version' in value ? value.version : '';
}

function spanOf({ spec, path }: Place): Span {
  const origin = spec.origin(path);
  return spanIn(origin.document, origin.path);
}
