import { unlimitedWaysBack } from '../analysis/cycles.js';
import { proveJourney } from '../analysis/proof/prove-journey.js';
import type { Premise, PremiseKind, PromiseProof } from '../analysis/proof/verdict.js';
import { onceFor, onceInTurn } from '../base/remembering.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { Finding, JudgeJourney } from './rule.js';

/** What a rule says about the promises of one journey. */
export type JudgePromise = (journey: JourneyModel, promise: PromiseProof) => readonly Finding[];

/**
 * Shows each promise of each journey to a rule, and tells the same of one place only once: a promise that several journeys make
 * has one text to mend. Nothing is asked in a workspace without promises, or where some are broken or name what does not exist: they may
 * be the parts that are missing. A journey with such names, or without an end, is told of by other rules first.
 */
export function judgePromises(workspace: Workspace, judge: JudgePromise): JudgeJourney | undefined {
  const asked = askedIn(workspace);
  if (asked === undefined) return undefined;
  const told = new Set<string>();
  const isNew = (finding: Finding): boolean => {
    const key = JSON.stringify([finding.at.spec.coordinate, finding.at.path, finding.message]);
    return !told.has(key) && !isAboutUnread(asked.unread, finding) && told.add(key) !== undefined;
  };
  return (journey) => {
    const promises = asked.promisesOf(journey);
    if (promises.length === 0) return none;
    const found = promises.flatMap((promise) => judge(journey, promise).map((finding): Finding => ({ ...finding, proof: { journey: journey.id, promise: promise.promise } }))).filter(isNew);
    return journey.spec.status === 'draft' ? found.map((finding) => ({ ...finding, owedBy: journey.spec })) : found;
  };
}

const none: readonly Finding[] = [];

/** What every rule that asks for proofs has to know, put together once for all of them. */
interface Asked {
  /** The promises of a journey of which there is something to tell. */
  readonly promisesOf: (journey: JourneyModel) => readonly PromiseProof[];
  readonly unread: readonly string[];
}

const askedIn = onceFor((workspace: Workspace): Asked | undefined => {
  if (workspace.all('Sla').length === 0) return undefined;
  const lost = new Set(workspace.unresolved.map(({ from }) => from));
  if (workspace.documents.some(({ kind, problems }) => problems.length > 0 && isPart(kind)) || [...lost].some(({ kind }) => isPart(kind))) return undefined;
  const isAsked = ({ spec }: JourneyModel): boolean => spec.value.slas !== undefined && spec.status !== 'retired' && !lost.has(spec);
  return {
    promisesOf: onceInTurn((journey) => (isAsked(journey) && unlimitedWaysBack(journey).length === 0 ? (proveJourney(workspace, journey.id)?.promises ?? []).filter(isTelling) : [])),
    unread: unreadTexts(workspace),
  };
});

/** Nothing is told of a promise that is proved, unless a case waits before its clock starts. */
function isTelling({ targets, outside }: PromiseProof): boolean {
  return outside.length > 0 || targets.some(({ premises, counterExample }) => premises.length > 0 || counterExample !== undefined);
}

/** A variant that cannot be built, or a document with a mistake, may declare the event or step that something seems to miss. */
function isAboutUnread(unread: readonly string[], { message }: Finding): boolean {
  return unread.length > 0 && [...message.matchAll(/`([^`]+)`/g)].some(([, name]) => unread.some((text) => text.includes(name!)));
}

/** Texts that nothing is known of but their words. */
function unreadTexts({ documents, variants }: Workspace): readonly string[] {
  const unbuilt = variants.filter(({ failures, problems }) => failures.length + problems.length > 0).map(({ spec }) => spec.document);
  return [...documents.filter(({ problems }) => problems.length > 0), ...unbuilt].map(({ source }) => source.text);
}

/** What parts are made of. */
function isPart(kind: string | undefined): boolean {
  return kind === 'Sla' || kind === 'Calendar';
}

/** Premises of some kinds that any target of a promise misses, each once. */
export function missingPremises({ targets }: PromiseProof, kinds: readonly PremiseKind[]): readonly Premise[] {
  const found: Premise[] = [];
  for (const { premises } of targets) {
    for (const each of premises) if (kinds.includes(each.kind) && !found.some(({ message }) => message === each.message)) found.push(each);
  }
  return found;
}

/** A premise as a finding: its place, its words and its next step are those of the rule. */
export function asFinding({ at, message, hint }: Premise): Finding {
  return { at, message, hint };
}
