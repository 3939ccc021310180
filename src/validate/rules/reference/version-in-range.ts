import { leftOutSpecs } from '../../../analysis/doubled-specs.js';
import { versionOf } from '../../../analysis/records.js';
import { specName } from '../../../analysis/spec-words.js';
import { readReference } from '../../../analysis/written-reference.js';
import { isAbove, isRange, isVersion, satisfies } from '../../../base/versions.js';
import type { Reference } from '../../../model/references.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { describePlace } from '../../../schema/names.js';
import { isExcusableAtGate } from '../../gate-waivers.js';
import { exampleRecord } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const base = `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 2.3.0
status: active
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer calls, lane: customer, channel: phone, end: success}
`;

/** The versions that references ask for, against those that are there. */
export const versionInRange: Rule = {
  id: 'reference/version-in-range',
  code: 'REF-007',
  summary: 'A reference with a version asks for one that the document has, or had before.',
  rationale: 'A variant that rests on a base which has moved on promises customers something that nobody has looked at.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.2'],
  examples: {
    valid: [
      { title: 'The base has a version that the variant accepts', files: { 'base.yaml': base, 'variant.yaml': variant('^2.3') } },
      { title: 'A waiver of the review names the version that a change is going to make', files: { 'base.yaml': base, 'waiver.yaml': waiver('CHG-013') } },
      { title: 'A plan is compared with an earlier version', files: { 'base.yaml': base, 'plan.yaml': plan('2.1.0') } },
    ],
    invalid: [
      {
        title: 'The base has moved on',
        files: { 'base.yaml': base, 'variant.yaml': variant('^1.4') },
        at: 'lost-card@^1.4',
        message: '`extends` of journey `lost-card-at` asks for `^1.4`, and journey `lost-card` is at 2.3.0.',
      },
      {
        title: 'A plan is compared with a version that is not there yet',
        files: { 'base.yaml': base, 'plan.yaml': plan('2.4.0') },
        at: 'lost-card@2.4.0',
        message: '`comparesTo` of journey `lost-card-app` speaks of version 2.4.0, and journey `lost-card` is at 2.3.0.',
      },
      {
        title: 'A waiver of any other rule names a version that is not there yet',
        files: { 'base.yaml': base, 'waiver.yaml': waiver('GRF-008') },
        at: 'lost-card@2.4.0',
        message: '`subject` of record `waiver-1` speaks of version 2.4.0, and journey `lost-card` is at 2.3.0.',
      },
      {
        title: 'A word instead of a version',
        files: { 'base.yaml': base, 'variant.yaml': variant('latest') },
        at: 'lost-card@latest',
        message: '`latest` is no version that `extends` of journey `lost-card-at` could ask for.',
      },
    ],
  },
  *check({ workspace }) {
    for (const reference of workspace.precise) {
      const found = isDoubled(workspace, reference) ? undefined : finding(workspace, reference);
      if (found !== undefined) yield found;
    }
  },
};

/** Of two documents with one id nobody knows whose version is meant. */
function isDoubled(workspace: Workspace, { target: coordinate }: Reference): boolean {
  return leftOutSpecs(workspace).some((spec) => spec.coordinate === coordinate);
}

function finding(workspace: Workspace, reference: Reference): Finding | undefined {
  const { id, version } = readReference(reference.text);
  const there = version === undefined ? undefined : target(workspace, reference, id);
  if (version === undefined || there?.version === undefined || (version === there.version && isVersion(version))) return undefined;
  const { from, path } = reference;
  const at = { spec: from, path };
  if (!isRange(version)) return { at, message: `\`${version}\` is no version that ${whoAsks(reference)} could ask for.`, hint: `Write a version or a range after the \`@\`, for example \`${id}@^${there.version}\`.` };
  const remembers = mayBeEarlier(reference) && isVersion(version);
  if (remembers && isAbove(version, there.version) && !isAhead(reference) && !workspace.isAnnounced(id, version)) return { at, message: `${whoAsks(reference)} speaks of version ${version}, and ${there.name()} is at ${there.version}.`, hint: `Name a version that exists, for example \`${id}@${there.version}\`.` };
  if (remembers || satisfies(there.version, version)) return undefined;
  return { at, message: `${whoAsks(reference)} asks for \`${version}\`, and ${there.name()} is at ${there.version}.`, hint: `Read what has changed in \`${id}\`, then write \`${id}@^${there.version}\`.` };
}

/** A waiver of the review stands on the branch before the change comes, and names the version that the change makes. */
function isAhead({ from, field }: Reference): boolean {
  const value = from.value as Partial<Spec<'Record'>['value']>;
  return from.kind === 'Record' && field === 'subject' && value.type === 'waiver' && isExcusableAtGate(value.rule);
}

function whoAsks({ from, path, shape, field }: Reference): string {
  return `\`${shape === 'ComparisonWith' ? 'comparesTo' : field}\` of ${describePlace(from.kind, from.value, path.slice(0, -1))}`;
}

interface There {
  name(): string;
  readonly version: string | undefined;
}

/** The document as it is in the workspace, or in the copy that was taken over. */
function target(workspace: Workspace, { target: coordinate }: Reference, id: string): There | undefined {
  const spec = workspace.specAt(coordinate!);
  if (spec !== undefined) return { name: () => specName(spec), version: versionOf(spec) };
  const [name, inner] = id.split('/');
  const copy = inner === undefined ? undefined : workspace.imported(name!).find(({ value }) => value['id'] === inner);
  const version = copy?.value['version'];
  return { name: () => `\`${id}\``, version: typeof version === 'string' ? version : undefined };
}

/** What is compared, recorded or taken over from may have been an earlier version. */
function mayBeEarlier({ field, shape, from }: Reference): boolean {
  return from.kind === 'Record' || shape === 'ComparisonWith' || field === 'supersedes' || field === 'supersededBy';
}

function variant(range: string): string {
  return `apiVersion: waymark/v1
kind: Journey
id: lost-card-at
title: Lost card, Austria
version: 1.0.0
status: active
owner: claims
extends: lost-card@${range}
overlay:
  - {op: set, path: stages.report.title, value: Call, reason: the word that Austrians use}
`;
}

function plan(version: string): string {
  return base.replace('id: lost-card', `id: lost-card-app\nperspective: to-be\ncomparesTo: {spec: lost-card@${version}}`);
}

function waiver(rule: string): string {
  return exampleRecord('waiver', '2026-11-01', 'lost-card@2.4.0', `rule: ${rule}
reason: It has been like this since spring
approvals: [{role: claims#lead}]
expires: 2026-12-31
`);
}
