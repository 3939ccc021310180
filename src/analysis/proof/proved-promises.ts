import { onceFor, remembering } from '../../base/remembering.js';
import type { Workspace } from '../../model/workspace.js';
import { proveJourney } from './prove-journey.js';
import type { Group, Premise, PromiseProof, Slack, TargetProof, Verdict } from './verdict.js';

/** What a proof comes to for one target, without how it came about. */
export interface ProvedTarget {
  readonly group: Group;
  readonly verdict: Verdict;
  /** Absent where nothing adds up. */
  readonly slack: Slack | undefined;
  /** What is missing for a proof. */
  readonly premises: readonly Premise[];
}

/** What a proof comes to for one promise of a journey. */
export interface ProvedPromise {
  /** Id of the Sla. */
  readonly promise: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** One for each of its targets, in the order of the file. */
  readonly targets: readonly ProvedTarget[];
}

/**
 * What the proofs of a journey come to, by its id. Whoever compares versions asks more than once, so it is kept with the workspace;
 * the proofs themselves hold whole graphs and are not. Nothing for a journey that is unknown.
 */
export const provedPromises = onceFor((workspace: Workspace) => remembering((id: string): readonly ProvedPromise[] => (proveJourney(workspace, id)?.promises ?? []).map(summaryOf)));

function summaryOf({ promise, title, verdict, targets }: PromiseProof): ProvedPromise {
  return { promise, title, verdict, targets: targets.map(outcomeOf) };
}

function outcomeOf({ group, verdict, slack, premises }: TargetProof): ProvedTarget {
  return { group, verdict, slack, premises };
}
