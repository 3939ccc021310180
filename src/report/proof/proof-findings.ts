/** Proofs as findings, for the formats in which other programs take them. */
import { createHash } from 'node:crypto';
import type { Premise, PremiseKind, PromiseProof, Remark, TargetProof } from '../../analysis/proof/verdict.js';
import { compareDiagnostics, type Diagnostic } from '../../base/diagnostic.js';
import type { Path } from '../../base/json.js';
import type { Span } from '../../base/source.js';
import { spanIn } from '../../load/document.js';
import type { Spec } from '../../model/spec.js';
import { namedPath, subjectOf } from '../../model/subject.js';
import type { Results } from '../reporter.js';
import { hourWords } from '../../base/amounts.js';
import { cardOf, proofCards } from './proof-cards.js';
import { groupWords, wayWords } from '../../analysis/proof/promise-words.js';
import { repairsOf } from './repairs.js';
import type { MadePromise, ProofResults, WorkspaceProofs } from './proof-results.js';

/** The run as results of a check: what is violated is an error, what is missing a warning, a wait outside a promise a note. */
export function asResults({ tool, command, asOf, workspaces }: ProofResults): Results {
  return {
    tool,
    command,
    asOf,
    rules: proofCards,
    workspaces: workspaces.map((workspace) => ({ root: workspace.root, title: workspace.title, documents: workspace.documents, diagnostics: findingsOfProofs(workspace), waived: 0, baselined: 0, drafts: [], switchedOff: [] })),
  };
}

/** Everything that a reader has to know about the promises of a workspace, in the order of places. */
export function findingsOfProofs(workspace: WorkspaceProofs): readonly Diagnostic[] {
  const promises = workspace.journeys.flatMap((journey) => journey.proof.promises.flatMap((promise) => findingsOfPromise({ workspace, journey, promise })));
  return [...(workspace.unread === undefined ? [] : [unreadFinding(workspace.unread)]), ...promises].sort(compareDiagnostics);
}

function findingsOfPromise(made: MadePromise): readonly Diagnostic[] {
  const { targets, outside } = made.promise;
  const violated = targets.filter(({ verdict }) => verdict === 'violated').map((target) => violation(made, target));
  const bare = targets.filter(({ verdict, premises }) => verdict === 'not-proved' && premises.length === 0).map((target) => withoutPremise(made, target));
  const premises = onceEach(targets.flatMap((target) => target.premises)).map((premise) => missingPremise(made, premise));
  return [...violated, ...bare, ...premises, ...(targets.length === 0 ? [withoutTarget(made)] : []), ...onceEach(outside).map((remark) => waitOutside(made, remark))];
}

/** Targets of one promise often miss the same. */
function onceEach<Each extends Remark>(remarks: readonly Each[]): readonly Each[] {
  const seen = new Set<string>();
  const key = ({ message, at: { spec, path } }: Remark): string => JSON.stringify([message, spec.coordinate, path]);
  return remarks.filter((remark) => !seen.has(key(remark)) && seen.add(key(remark)));
}

function violation(made: MadePromise, target: TargetProof): Diagnostic {
  const { counterExample, target: budget } = target;
  const way = counterExample === undefined ? '' : `: a case that goes ${wayWords(counterExample.steps)} may take ${hourWords(counterExample.seconds)}${budget.seconds === undefined ? '' : `, and ${hourWords(budget.seconds)} are promised`}`;
  const message = `The promise \`${made.promise.promise}\` of journey \`${made.journey.proof.journey}\` for ${groupWords(target.group, made.promise.targets)} is broken even if every part keeps its own target${way}.`;
  const hint = repairsOf(made.promise, target).join(' ') || 'Make the parts shorter, or promise less.';
  return { ...finding(made, 'violated', targetPlace(made.promise, target), message, hint, groupWords(target.group, made.promise.targets)), severity: weightOfViolation(made) };
}

/** Nobody relies on a draft yet: that a plan cannot be kept is why somebody asks, and stops no pipeline. */
export function weightOfViolation({ journey, promise: { spec } }: Pick<MadePromise, 'journey' | 'promise'>): 'error' | 'warning' {
  return journey.status === 'draft' || spec.status === 'draft' ? 'warning' : 'error';
}

function withoutPremise(made: MadePromise, target: TargetProof): Diagnostic {
  const message = `The promise \`${made.promise.promise}\` of journey \`${made.journey.proof.journey}\` for ${groupWords(target.group, made.promise.targets)} is neither proved nor violated.`;
  return finding(made, 'value', targetPlace(made.promise, target), message, 'Declare what each part of the way promises.', groupWords(target.group, made.promise.targets));
}

function withoutTarget(made: MadePromise): Diagnostic {
  const message = `The promise \`${made.promise.promise}\` of journey \`${made.journey.proof.journey}\` has no target, so there is nothing to prove.`;
  return finding(made, 'value', { spec: made.promise.spec, path: ['targets'] }, message, 'Write in `targets` what is promised.', 'no target');
}

function missingPremise(made: MadePromise, { kind, message, hint, at }: Premise): Diagnostic {
  const so = `So \`${made.promise.promise}\`, which journey \`${made.journey.proof.journey}\` promises, is not proved.`;
  return finding(made, kind, at, `${message} ${so}`, hint, message);
}

function waitOutside(made: MadePromise, { message, at }: Remark): Diagnostic {
  return finding(made, 'outside', at, message, undefined, message);
}

function unreadFinding({ count, first }: NonNullable<WorkspaceProofs['unread']>): Diagnostic {
  const { id, code, rationale } = cardOf('unread');
  const message = `${count === 1 ? 'A document with problems is' : `${count} documents with problems are`} left out, and every verdict holds only for what could be read. The first problem: ${first.message}`;
  return { ...first, rule: id, code, severity: 'error', message, why: rationale, hint: '`waymark validate` tells everything that is wrong.', fingerprint: first.fingerprint };
}

type Place = Remark['at'];

function finding({ workspace, journey, promise }: MadePromise, kind: PremiseKind | 'violated' | 'outside', at: Place, message: string, hint: string | undefined, about: string): Diagnostic {
  const { id, code, severity, rationale } = cardOf(kind);
  const subject = subjectOf(at);
  return {
    code,
    rule: id,
    severity,
    message,
    why: rationale,
    ...(hint === undefined ? {} : { hint }),
    span: spanOf(at),
    subject,
    fingerprint: fingerprint(workspace.name, code, journey.proof.journey, promise.promise, subject, namedPath(at), about),
  };
}

/** Lasts while lines move. Several things may be missing at one place, and entries of targets have no names: `about` tells them apart. */
function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Where a target is written. */
export function targetPlace({ spec, targets }: PromiseProof, target: TargetProof): { readonly spec: Spec; readonly path: Path } {
  return { spec, path: ['targets', targets.indexOf(target)] };
}

/** Where something of a spec is written. */
export function spanOf({ spec, path }: Place): Span {
  const origin = spec.origin(path);
  return spanIn(origin.document, origin.path);
}
