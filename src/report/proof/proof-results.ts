import type { JourneyProof, PromiseProof, Verdict } from '../../analysis/proof/verdict.js';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { Status } from '../../schema/kinds/header.js';
import type { Results, View } from '../reporter.js';

/** What can be said about the promises of some journeys. */
export interface ProofResults extends Pick<Results, 'tool' | 'command' | 'asOf'> {
  /** Id of the journey or the promise that was asked for; absent when every promise was. */
  readonly asked?: string;
  readonly workspaces: readonly WorkspaceProofs[];
}

/** What can be said about the promises of one workspace. */
export interface WorkspaceProofs {
  /** Folder of the workspace relative to where the command ran, `.` for that folder itself. */
  readonly root: string;
  readonly title: string;
  /** What tells the workspace from others, wherever it is read from. */
  readonly name: string;
  /** How many documents were read. */
  readonly documents: number;
  /** Journeys that make a promise. */
  readonly journeys: readonly ProvedJourney[];
  /** What could not be read and is missing from every answer. */
  readonly unread?: Unread;
}

/** A journey with what can be said about its promises. */
export interface ProvedJourney {
  readonly status: Status;
  readonly proof: JourneyProof;
}

/** Documents with problems add nothing to a workspace, so an answer holds only for the others. */
export interface Unread {
  readonly count: number;
  /** What is wrong with the first of them. */
  readonly first: Diagnostic;
}

/** How a reader wants it. */
export interface ProofView extends View {
  /** Everything about every promise, not only about those that are violated or not proved. */
  readonly all: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
}

/** Turns proofs into one text. A pure function; escaping for the format happens here and nowhere else. */
export interface ProofReporter {
  readonly id: string;
  report(results: ProofResults, view: ProofView): string;
}

/** A promise with the journey that makes it and the workspace that both are in. */
export interface MadePromise {
  readonly workspace: WorkspaceProofs;
  readonly journey: ProvedJourney;
  readonly promise: PromiseProof;
}

/** Every promise, in the order of workspaces, journeys and the journey's own list. */
export function promisesOf(workspaces: readonly WorkspaceProofs[]): readonly MadePromise[] {
  return workspaces.flatMap((workspace) => workspace.journeys.flatMap((journey) => journey.proof.promises.map((promise) => ({ workspace, journey, promise }))));
}

/** Number of promises of each verdict. */
export function countVerdicts(workspaces: readonly WorkspaceProofs[]): Readonly<Record<Verdict, number>> {
  const counts = { proved: 0, violated: 0, 'not-proved': 0 };
  for (const { promise } of promisesOf(workspaces)) counts[promise.verdict] += 1;
  return counts;
}

/** Promises that are told in full, and how many more there are that ought to be. */
export interface ShownPromises {
  readonly shown: readonly MadePromise[];
  readonly left: number;
}

const worstFirst: readonly Verdict[] = ['violated', 'not-proved', 'proved'];

/** Chooses what is told in full: what the reader asked for, or has to see. Of too many the worst stay. */
export function chooseShown(results: ProofResults, view: ProofView): ShownPromises {
  const wanted = promisesOf(results.workspaces).filter(({ promise }) => isWanted(promise, results, view));
  const kept = new Set(worstOf(wanted, view.maxProblems));
  return { shown: wanted.filter((each) => kept.has(each)), left: wanted.length - kept.size };
}

function isWanted({ verdict }: PromiseProof, { asked }: ProofResults, { all, quiet }: ProofView): boolean {
  return verdict !== 'proved' || all || (asked !== undefined && !quiet);
}

/** The first so many promises of the worst verdicts. */
export function worstOf(promises: readonly MadePromise[], most: number): readonly MadePromise[] {
  return worstFirst.flatMap((verdict) => promises.filter(({ promise }) => promise.verdict === verdict)).slice(0, most);
}
