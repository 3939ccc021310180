import { proveJourney } from '../analysis/proof/prove-journey.js';
import type { JourneyProof } from '../analysis/proof/verdict.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { ProvedJourney, Unread, WorkspaceProofs } from '../report/proof/proof-results.js';
import { unmadeProblems, unreadProblems } from './unread-documents.js';

/** What is asked for, by its coordinate or by its id alone. */
export interface Asked {
  readonly kind?: 'journey' | 'sla';
  readonly id: string;
}

/** Reads `motor-claim`, `journey:motor-claim` or `sla:motor-claim-settlement`. */
export function readAsked(text: string): Asked {
  const [, kind, id] = /^(journey|sla):(.+)$/.exec(text) ?? [];
  return kind === undefined || id === undefined ? { id: text } : { kind: kind as 'journey' | 'sla', id };
}

/** Proves the promises of every journey in a workspace, or of those that are asked for. Retired journeys promise nothing any more. */
export function proveWorkspace(workspace: Workspace, root: string, asked: Asked | undefined): WorkspaceProofs {
  const unread = unreadOf(workspace);
  return {
    root,
    title: workspace.root?.value.title ?? root,
    name: workspace.name,
    documents: workspace.documents.length,
    journeys: workspace.journeys.filter(({ spec }) => asked !== undefined || spec.status !== 'retired').flatMap((journey) => prove(workspace, journey, asked)),
    ...(unread === undefined ? {} : { unread }),
  };
}

function prove(workspace: Workspace, { id, spec }: JourneyModel, asked: Asked | undefined): readonly ProvedJourney[] {
  const proof = proveJourney(workspace, id);
  const meant = proof === undefined || asked === undefined || isJourney(asked, id) ? proof : onlyPromise(proof, asked);
  return meant === undefined || meant.promises.length === 0 ? [] : [{ status: spec.status, proof: meant }];
}

function isJourney({ kind, id }: Asked, journey: string): boolean {
  return kind !== 'sla' && id === journey;
}

function onlyPromise(proof: JourneyProof, { kind, id }: Asked): JourneyProof | undefined {
  return kind === 'journey' ? undefined : { ...proof, promises: proof.promises.filter(({ promise }) => promise === id) };
}

/** True when the workspace declares the journey or the promise that is asked for. */
export function declares(workspace: Workspace, { kind, id }: Asked): boolean {
  return (kind !== 'sla' && workspace.find('Journey', id) !== undefined) || (kind !== 'journey' && workspace.find('Sla', id) !== undefined);
}

/** Documents that add nothing: those that cannot be read, and variants that cannot be put together. */
function unreadOf(workspace: Workspace): Unread | undefined {
  const broken = workspace.documents.filter(({ problems }) => problems.length > 0);
  const [problems, variants] = [unreadProblems(workspace), unmadeProblems(workspace)];
  const files = new Set(broken.map(({ source }) => source.uri));
  const lost = new Set(problems.map(({ span }) => span?.source.uri ?? '').filter((uri) => !files.has(uri)));
  const first = problems[0] ?? variants[0];
  return first === undefined ? undefined : { count: broken.length + lost.size + variants.length, first };
}
