import { readReference } from '../../../analysis/written-reference.js';
import { count } from '../../../base/words.js';
import { limits } from '../../../load/limits.js';
import { headerFields, type Variant } from '../../../model/overlay.js';
import type { Spec } from '../../../model/spec.js';
import type { LeftOutVariants } from '../../../model/variant-limits.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Finding, Rule } from '../../rule.js';

const base = `apiVersion: waymark/v1
kind: Journey
id: visit
title: Visit
version: 1.0.0
status: draft
owner: claims
stages:
  - id: visit
    title: Visit
    steps:
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
`;

function variant(rest: string, status: 'draft' | 'active' = 'draft'): string {
  return `apiVersion: waymark/v1
kind: Journey
id: visit-at
title: Visit, Austria
version: 1.0.0
status: ${status}
owner: claims
extends: visit@^1
${rest}`;
}

/** A variant that is not what it says. A retired one stays as it was, whatever its base does. */
export const overlayApplies: Rule = {
  id: 'variant/overlay-applies',
  code: 'VAR-009',
  summary: 'A variant changes a journey of this workspace that is not retired, only by its overlay, every change can be made, and the result is a sound journey.',
  rationale: 'The base moves on. A change that no longer fits it is silently lost, and a country works by rules that nobody wrote.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.4'],
  examples: {
    valid: [
      {
        title: 'Another title in Austria',
        files: { 'base.yaml': base, 'variant.yaml': variant('overlay:\n  - {op: set, path: stages.visit.steps.visit.title, value: Partner visits, reason: no technicians of our own}\n') },
      },
    ],
    invalid: [
      {
        title: 'A step that the base does not have',
        files: { 'base.yaml': base, 'variant.yaml': variant('overlay:\n  - {op: set, path: stages.visit.steps.visits.title, value: Partner visits, reason: no technicians of our own}\n') },
        at: 'stages.visit.steps.visits.title',
        message: 'The base has no `visits` there.',
      },
      {
        title: 'A change that changes nothing',
        files: { 'base.yaml': base, 'variant.yaml': variant('overlay:\n  - {op: set, path: stages.visit.steps.visit.title, value: Technician visits, reason: clearer}\n', 'active') },
        at: 'Technician visits',
        message: 'This changes nothing: `stages.visit.steps.visit.title` has that value already.',
      },
      {
        title: 'A value that the language does not know',
        files: { 'base.yaml': base, 'variant.yaml': variant('overlay:\n  - {op: set, path: stages.visit.steps.visit.lane, value: stage, reason: partners are seen}\n') },
        at: 'stage',
        message: '`stage` is not one of the words that the `lane` of step `visit` may be.',
      },
      {
        title: 'Something that every step needs is taken away',
        files: { 'base.yaml': base, 'variant.yaml': variant('overlay:\n  - {op: remove, path: stages.visit.steps.visit.title, reason: shorter}\n') },
        at: 'stages.visit.steps.visit.title',
        message: 'Step `visit` has no `title`.',
      },
      {
        title: 'A field beside the overlay',
        files: { 'base.yaml': base, 'variant.yaml': variant('customerGoal: A warm house\n') },
        at: 'customerGoal',
        message: '`customerGoal` of variant `visit-at` does not count: what differs from the base stands in the overlay.',
      },
      {
        title: 'A variant of a variant',
        files: { 'base.yaml': base, 'variant.yaml': variant(''), 'tyrol.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: visit-tyrol\ntitle: Visit, Tyrol\nversion: 0.1.0\nstatus: draft\nowner: claims\nextends: visit-at@^0.1\n' },
        at: 'visit-at@^0.1',
        message: 'Variant `visit-tyrol` is made from `visit-at`, which is a variant itself.',
      },
      {
        title: 'A base that has been retired',
        files: { 'base.yaml': base.replace('1.0.0\nstatus: draft', '1.0.1\nstatus: retired'), 'variant.yaml': variant('', 'active') },
        at: 'visit@^1',
        message: 'Variant `visit-at` is active and its base, `visit`, is retired, so there is no journey of it.',
      },
      {
        title: 'An overlay over nothing',
        files: { 'journey.yaml': `${base}overlay:\n  - {op: set, path: level, value: micro, reason: it is small}\n` },
        at: 'overlay',
        message: 'Journey `visit` has an overlay and does not say what it is laid over.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.leftOut) yield tooMuch(each);
    const built = new Map(workspace.variants.map((each) => [each.spec.id, each]));
    for (const spec of workspace.all('Journey').filter(({ status }) => status !== 'retired')) {
      const each = built.get(spec.id);
      if (spec.value.extends !== undefined) yield* ownFields(spec);
      if (each !== undefined) yield* [...onRetiredBase(each), ...changes(each)];
      else yield* unusable(workspace, spec);
    }
  },
};

/** Told once for all that is left out, so that it is seen that they are not checked. */
function tooMuch({ variants, limit }: LeftOutVariants): Finding {
  const [first, ...others] = variants;
  const names = others.length === 0 ? `Variant \`${first!.id}\` is` : `Variant \`${first!.id}\` and ${count(others.length, 'other variant')} are`;
  const most = limit === 'file' ? limits.variantValuesPerFile : limits.variantValues;
  const hint = limit === 'file' ? 'Write each variant in a file of its own.' : 'Delete variants that nobody needs, make them from smaller journeys, or split the workspace.';
  return { at: { spec: first!, path: ['extends'] }, message: `${names} not checked: with what they take from their bases, the variants of this ${limit} hold more than ${most.toLocaleString('en')} values.`, hint };
}

/** A base that many variants are made from is retired once, so it is told once. */
function onRetiredBase({ spec, base: from }: Variant): readonly Finding[] {
  if (from.status !== 'retired') return [];
  const successor = from.value.supersededBy;
  return [{
    at: { spec, path: ['extends'] },
    cause: from.coordinate,
    message: `Variant \`${spec.id}\` is ${spec.status} and its base, \`${from.id}\`, is retired, so there is no journey of it.`,
    hint: `Make it from ${successor === undefined ? 'a journey that is in force' : `\`${successor}\``}, or retire it too.`,
    from: 'active',
  }];
}

/** A draft may repeat what the base says, as a place for what will differ; any other failure is a change that is lost. */
function* changes({ spec, failures, idle, problems }: Variant): Iterable<Finding> {
  for (const failure of [...failures, ...idle].sort((a, b) => a.operation - b.operation)) {
    const { operation, field, message, hint } = failure;
    yield { at: { spec, path: ['overlay', operation, field] }, message, hint, ...(idle.includes(failure) ? { from: 'active' } : {}) };
  }
  for (const { path, part, message, hint } of problems) yield { at: { spec, path, part }, message, hint };
}

function* ownFields(spec: Spec<'Journey'>): Iterable<Finding> {
  for (const field of Object.keys(spec.document.value).filter((each) => !headerFields.includes(each))) {
    yield {
      at: { spec: { ...spec, origin: (path) => ({ document: spec.document, path }) }, path: [field], part: 'key' },
      message: `\`${field}\` of variant \`${spec.id}\` does not count: what differs from the base stands in the overlay.`,
      hint: `Write it as a change: \`overlay: [{op: set, path: ${field}, value: ..., reason: ...}]\`.`,
    };
  }
}

function* unusable(workspace: Workspace, spec: Spec<'Journey'>): Iterable<Finding> {
  const { extends: named, overlay } = spec.value;
  if (named === undefined) {
    if (overlay !== undefined) yield { at: { spec, path: ['overlay'], part: 'key' }, message: `Journey \`${spec.id}\` has an overlay and does not say what it is laid over.`, hint: 'Add `extends:` with the id and the versions of the journey that this is a variant of, or delete `overlay`.' };
    return;
  }
  const { id } = readReference(named);
  const from = workspace.find('Journey', id);
  if (from?.value.extends !== undefined) {
    yield { at: { spec, path: ['extends'] }, message: `Variant \`${spec.id}\` is made from \`${id}\`, which is a variant itself.`, hint: `Name the journey that \`${id}\` is made from, and repeat in the overlay what both have in common.` };
  } else if (from === undefined && workspace.beginsOn('Journey', id) !== undefined) {
    const day = workspace.beginsOn('Journey', id)!;
    yield { at: { spec, path: ['extends'] }, message: `Variant \`${spec.id}\` is in force and its base, \`${id}\`, is not until ${day}, so there is no journey of it.`, hint: `Release a version of \`${id}\` that is in force by then, or one of \`${spec.id}\` that begins on ${day}.` };
  } else if (from === undefined && id.includes('/')) {
    yield { at: { spec, path: ['extends'] }, message: `Variant \`${spec.id}\` is made from \`${id}\`, which is not a journey of this workspace.`, hint: 'Copy the base into this workspace, or keep the variant where the base is.' };
  }
}
