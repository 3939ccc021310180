import { nextStepFor, owedFields } from '../../../analysis/owed-fields.js';
import { longestCycle } from '../../../analysis/review-plan.js';
import { specName } from '../../../analysis/spec-words.js';
import { walkFor } from '../../../schema/walk.js';
import { fieldOf, isArray, valueAt, type Path } from '../../../base/json.js';
import { sentence } from '../../../base/words.js';
import { entryFields } from '../../../model/read-specs.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { describeValue, namingFieldOf } from '../../../schema/names.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Place, Rule, RuleContext } from '../../rule.js';

const journey = (fields: string): string => `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.0.0
status: active
effective: {from: 2026-09-01}
owner: claims
${fields}stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`;

const system = (event: string): string => `apiVersion: waymark/v1
kind: System
id: card-core
title: Card core
version: 1.0.0
status: active
effective: {from: 2026-09-01}
owner: claims
review: {cycle: P12M}
type: erp
emits:
  - {event: card-blocked${event}}
`;

const whole = 'review: {cycle: P6M}\ncustomerGoal: Nobody can use my card\nscope: {regions: [DE]}\n';

/** A field that an active document owes. */
export const activeComplete: Rule = {
  id: 'structure/active-complete',
  code: 'STR-008',
  summary: 'An active document says everything that others rely on: from when it is in force, what it covers, how it is measured.',
  rationale: 'People plan with an active document. What it leaves open, each of them fills in differently.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.D4'],
  silencedBy: [{ code: 'STR-003', within: 'subject' }],
  examples: {
    valid: [
      { title: 'An active journey with all that it owes', files: { 'journey.yaml': journey(whole) } },
      { title: 'A sketch owes nothing of it', files: { 'journey.yaml': journey('').replace('status: active', 'status: draft') } },
    ],
    invalid: [
      {
        title: 'A journey without the goal of the customer',
        files: { 'journey.yaml': journey(whole.replace(/customerGoal.*\n/, '')) },
        at: 'lost-card',
        message: 'Journey `lost-card` is active and has no `customerGoal`.',
      },
      {
        title: 'A journey that is never looked at again',
        files: { 'journey.yaml': journey(whole.replace(/review.*\n/, '')) },
        at: 'lost-card',
        message: 'Journey `lost-card` is active and has no `review`.',
      },
      {
        title: 'An event that does not say which case it belongs to',
        files: { 'system.yaml': system(', timestamp: occurredAt') },
        at: 'card-blocked',
        message: 'Event `card-blocked` has no `caseKey`, and system `card-core` is active.',
      },
      {
        title: 'A purpose without its lawful ground',
        files: { 'data.yaml': activeDocument('DataCatalog', 'card-data', 'effective: {from: 2026-09-01}\npurposes: [{id: service}]\n') },
        at: 'service',
        message: 'Purpose `service` has no `basis`, and data catalogue `card-data` is active.',
      },
      {
        title: 'A clock that never stops',
        files: { 'sla.yaml': activeDocument('Sla', 'answered', 'effective: {from: 2026-09-01}\nreview: {cycle: P6M}\ntype: sla\nmetric: duration\nprovider: claims\nconsumer: customer\nclock: {start: call-taken}\ncalendar: 24x7\ntargets: [{within: 4h}]\n') },
        at: 'clock',
        message: 'The `clock` of SLA `answered` has no `stop`, and SLA `answered` is active.',
      },
      {
        title: 'A team of an active Directory without its function',
        files: { 'teams.yaml': 'apiVersion: waymark/v1\nkind: Directory\nid: teams\ntitle: Teams\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nteams: {card-desk: Card desk}\n' },
        at: 'card-desk',
        message: 'Team `card-desk` is active and has no `function`.',
      },
      {
        title: 'Two Policies, and nobody knows which governs',
        files: { 'second.yaml': 'apiVersion: waymark/v1\nkind: Policy\nid: second\ntitle: Another Policy\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n' },
        at: 'example',
        message: 'Workspace `example` has 2 Policies and does not say which of them governs.',
      },
    ],
  },
  *check(context) {
    for (const spec of context.workspace.specs) {
      if (!owes(spec, context)) continue;
      yield* missingFields(spec, activeBase(spec, context.workspace));
      if (context.profile !== 'starter' && isMissing(spec.value, 'review')) yield* withoutReview(spec, context.workspace);
    }
    yield* owedByTheWorkspace(context.workspace);
    yield* governedByChance(context.workspace);
  },
};

/**
 * A variant whose base cannot be read takes what it owes from there. Small things that are declared in brief owe no more than
 * their names in a starter workspace.
 */
function owes(spec: Spec, { workspace, profile }: RuleContext): boolean {
  if (spec.kind === 'Journey' && workspace.journey(spec.id) === undefined) return false;
  if (spec.kind === 'Workspace') return false;
  return spec.directory === undefined || spec.kind === 'Calendar' || profile !== 'starter';
}

/** A workspace owes its fields with its first active journey. Until then each draft of a journey would bring that about. */
function* owedByTheWorkspace({ specs, journeys }: Workspace): Iterable<Finding> {
  const isInForce = journeys.some(({ spec }) => isActive(spec));
  const drafts = isInForce ? [] : journeys.filter(({ spec }) => spec.status === 'draft');
  for (const finding of specs.filter(({ kind }) => kind === 'Workspace').flatMap((spec) => missingFields(spec))) {
    if (isInForce) yield finding;
    for (const { spec } of drafts) yield { ...finding, owedBy: spec };
  }
}

/** What an active base owes, its variants lack for that alone. */
function activeBase(spec: Spec, workspace: Workspace): Spec | undefined {
  const base = spec.kind === 'Journey' ? workspace.journey((spec as Spec<'Journey'>).value.extends?.split('@')[0] ?? '')?.spec : undefined;
  return base !== undefined && isActive(base) ? base : undefined;
}

const walk = walkFor((type) => type.type === 'object' && owedFields.has(type.shape));

function missingFields(spec: Spec, base?: Spec): readonly Finding[] {
  const found: Finding[] = [];
  walk(spec.kind, spec.value, (type, value, keys) => {
    if (type.type !== 'object' || isToldElsewhere(spec, keys)) return;
    for (const field of owedFields.get(type.shape)!) {
      if (isMissing(value, field) && !isToldByDirectory(spec, field) && !(keys.length === 0 && base !== undefined && isMissing(base.value, field))) found.push(missing(spec, [...keys], field, nextStepFor(type.shape, field)));
    }
  });
  return found;
}

/** Entries of a Directory are specs of their own. */
function isToldElsewhere(spec: Spec, path: Path): boolean {
  return spec.kind === 'Directory' && entryFields.includes(String(path[0]));
}

/** What the header of a Directory lacks, everything in it lacks. */
function isToldByDirectory({ directory }: Spec, field: string): boolean {
  return directory !== undefined && field === 'effective' && isActive(directory);
}

function isMissing(value: unknown, field: string): boolean {
  const written = fieldOf(value, field);
  return written === undefined || (isArray(written) && written.length === 0);
}

function missing(spec: Spec, path: Path, field: string, hint = `Add \`${field}:\`.`): Finding {
  const name = sentence(describeValue(spec.kind, spec.value, path));
  return { at: placeOf(spec, path), message: `${lacking(spec, path, name, field)}.`, hint, about: [field] };
}

function lacking(spec: Spec, path: Path, name: string, field: string): string {
  if (spec.kind === 'Workspace') return `${name} has no \`${field}\`, which it needs once a journey in it is active`;
  const isInside = path.length > 0;
  if (!isActive(spec)) return `${name} has no \`${field}\`, which it needs once ${isInside ? specName(spec) : 'it'} is active`;
  return isInside ? `${name} has no \`${field}\`, and ${specName(spec)} is ${spec.status}` : `${name} is ${spec.status} and has no \`${field}\``;
}

/** The name of what lacks something: in a document or an entry of a list it is written there, else the key is the name. */
function placeOf(spec: Spec, path: Path): Place {
  const isNamedWithin = path.length === 0 ? spec.directory === undefined : typeof path.at(-1) === 'number';
  const field = isNamedWithin ? namingFieldOf(valueAt(spec.value, path)) : undefined;
  return field === undefined ? { spec, path, part: 'key' } : { spec, path: [...path, field] };
}

/** What is looked at again and again where the Policy does not say. */
const usualCycles: { readonly [kind: string]: string } = { Journey: 'P6M', Sla: 'P12M', Kpi: 'P12M', System: 'P12M', Glossary: 'P12M' };

/** Entries of a Directory are looked at together with it. */
function* withoutReview(spec: Spec, workspace: Workspace): Iterable<Finding> {
  const { policy } = workspace;
  if (policy.isLost('cycles')) return;
  const cycle = policy.value.cycles === undefined ? usualCycles[spec.kind] : longestCycle(workspace, spec);
  if (cycle === undefined || spec.directory !== undefined) return;
  yield missing(spec, [], 'review', `Add how often it is looked at again, for example \`review: {cycle: ${cycle}}\`.`);
}

/** Of several Policies, the first file's would hold, whatever its author meant. */
function* governedByChance({ root, all }: Workspace): Iterable<Finding> {
  const policies = all('Policy').filter(({ status }) => status !== 'retired');
  if (root === undefined || root.value.policy !== undefined || policies.length < 2) return;
  yield {
    at: { spec: root, path: ['id'] },
    message: `Workspace \`${root.id}\` has ${policies.length} Policies and does not say which of them governs.`,
    hint: `Add the one that holds, for example \`policy: ${policies[0]!.id}\`.`,
  };
}
