import type { Reference } from '../model/references.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { isReadWhole } from './completeness.js';
import { namesLeftOut } from './doubled-specs.js';
import { formerNames, renamedInside } from './former-names.js';
import { tellsOfEarlier, versionOf } from './records.js';
import { readReference } from './written-reference.js';

/** What is wrong with a reference: the document that it names, a place inside it, or a role in a team. */
export type BrokenPart = 'document' | 'inside' | 'role';

/** A reference that leads nowhere, with the other places of the same step or entry that name the same. */
export interface BrokenReference {
  readonly reference: Reference;
  readonly others: readonly Reference[];
}

/** References that lead nowhere. What a broken or a doubled document may declare, and what a Record tells of the past, is left out. */
export function brokenReferences(workspace: Workspace, part: BrokenPart): readonly BrokenReference[] {
  const isExcused = part === 'document' ? excusesDocuments(workspace) : excusesInside(workspace, part);
  const groups = new Map<string, { reference: Reference; others: Reference[] }>();
  for (const reference of workspace.unresolved) {
    if (brokenPart(workspace, reference) !== part || isExcused(reference)) continue;
    const group = groups.get(groupOf(reference));
    if (group === undefined) groups.set(groupOf(reference), { reference, others: [] });
    else group.others.push(reference);
  }
  return [...groups.values()];
}

/** The same name, meant the same way, in the same step or entry: one slip of the pen. */
function groupOf({ from, path, expected, text }: Reference): string {
  const isInStep = from.kind === 'Journey' && path[2] === 'steps';
  const { document, path: written } = from.origin(path.slice(0, isInStep ? 4 : 2));
  return [from.coordinate, document.source.uri, document.index, written.join('.'), expected.join('|'), text].join(' ');
}

const mayNameRoles: readonly string[] = ['Role', 'Actor', 'Team or role'];
const innerKinds: readonly string[] = ['Step', 'Stage', 'Disclosure', 'Scenario', 'Pain'];
const mayLeadInside: readonly string[] = ['Subject', 'Moment', 'Step'];

/** True when a reference may lead to a role of a team. */
export function mayNameRole(expected: readonly string[]): boolean {
  return expected.some((each) => mayNameRoles.includes(each));
}

/** The part of an unresolved reference that is at fault; `undefined` when the journey that it leads into is itself unknown. */
function brokenPart(workspace: Workspace, { from, expected, text }: Reference): BrokenPart | undefined {
  const { id, inner } = readReference(text);
  if (mayNameRole(expected)) return namesTeam(workspace, expected, text) ? 'role' : 'document';
  if (inner !== undefined && expected.some((each) => mayLeadInside.includes(each))) return partBehindSign(workspace, id);
  if (!expected.every((each) => innerKinds.includes(each))) return 'document';
  return from.kind !== 'Journey' || workspace.journey(from.id) !== undefined ? 'inside' : undefined;
}

function namesTeam(workspace: Workspace, expected: readonly string[], text: string): boolean {
  const { id, inner } = readReference(text);
  return workspace.find('Team', id) !== undefined && (inner !== undefined || expected.includes('Role'));
}

function partBehindSign(workspace: Workspace, id: string): BrokenPart | undefined {
  if (workspace.journey(id) !== undefined) return 'inside';
  return workspace.find('Journey', id) === undefined ? 'document' : undefined;
}

type Excuse = (reference: Reference) => boolean;

const declaredByPolicy: readonly string[] = ['Channel', 'Regime', 'Forum', 'LifecyclePhase'];

/** The name may stand in a document that could not be read, whose own finding explains it. */
function excusesDocuments(workspace: Workspace): Excuse {
  const policyIsWhole = isReadWhole(workspace, 'Policy');
  const former = formerNames(workspace);
  return ({ from, text, expected }) => {
    const { id } = readReference(text);
    if (!policyIsWhole && expected.some((each) => declaredByPolicy.includes(each))) return true;
    if (namesLeftOut(workspace).has(id)) return true;
    if (isFromBrokenImport(workspace, id) || id.split(/[./]/).some((part) => workspace.perhapsDeclared(part)) || workspace.perhapsDeclared(id)) return true;
    return isRecord(from) && (former.has(id) || (isPassing(expected) && tellsOfEarlier(workspace, from, undefined)));
  };
}

/** A step, a role or a scenario may go while the Records about it stay. */
function excusesInside(workspace: Workspace, part: BrokenPart): Excuse {
  const faulty = faultyVariants(workspace);
  return ({ from, text, expected }) => {
    const { id, version, inner } = readReference(text);
    if (faulty.has(inner === undefined ? from.id : id) || namesLeftOut(workspace).has(inner ?? text)) return true;
    if (expected.includes('Scenario') && workspace.perhapsDeclared(text)) return true;
    if (!isRecord(from)) return false;
    const journey = part === 'inside' && inner !== undefined ? workspace.journey(id) : undefined;
    const holder = part === 'role' ? workspace.find('Team', id) : journey?.spec;
    if (version !== undefined && holder !== undefined && versionOf(holder) !== version) return true;
    if (journey !== undefined && renamedInside(journey, inner!) !== undefined) return true;
    return tellsOfEarlier(workspace, from, holder);
  };
}

/** A variant whose overlay cannot be laid over its base may have had the place that is missing. */
function faultyVariants(workspace: Workspace): ReadonlySet<string> {
  return new Set(workspace.variants.filter(({ failures, problems }) => failures.length + problems.length > 0).map(({ spec }) => spec.id));
}

function isRecord(spec: Spec): spec is Spec<'Record'> {
  return spec.kind === 'Record';
}

/** Documents are kept when they retire; what they declare may go. */
function isPassing(expected: readonly string[]): boolean {
  return expected.includes('Element') || expected.includes('Purpose');
}

/** A file that cannot be taken over has a finding of its own. */
function isFromBrokenImport(workspace: Workspace, id: string): boolean {
  const name = id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined;
  if (name === undefined || !(workspace.root?.value.imports ?? []).some((each) => each.name === name)) return false;
  const documents = workspace.imported(name);
  return documents.length === 0 || documents.some(({ problems }) => problems.length > 0);
}
