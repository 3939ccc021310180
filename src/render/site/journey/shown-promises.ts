import { proveJourney } from '../../../analysis/proof/prove-journey.js';
import type { PartOnPath, PromiseProof, ProofPath, TargetProof } from '../../../analysis/proof/verdict.js';
import { groupWords } from '../../../analysis/proof/promise-words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Page } from '../shown.js';

/** A promise of a journey, with what may be told of its proof. */
export interface ShownPromise {
  readonly promise: PromiseProof;
  /** Its targets, save for those that are made to somebody of whom the readers may not know. */
  readonly targets: readonly TargetProof[];
  /** False where the proof rests on something that the readers may not know of: then nothing is told but what is promised. */
  readonly isProofShown: boolean;
}

/** The promises of a journey that its readers may see, each with its proof. */
export function promisesOf(page: Page, { id, spec }: JourneyModel): readonly ShownPromise[] {
  if (spec.status === 'retired') return [];
  const promises = proveJourney(page.workspace, id)?.promises ?? [];
  return promises.filter((promise) => page.sight.sees(promise.spec)).map((promise) => ({ promise, targets: promise.targets.filter((target) => page.sight.mayRead(groupWords(target.group, promise.targets))), isProofShown: page.sight.isComplete || promise.targets.every((target) => isOpen(page, target)) }));
}

function isOpen(page: Page, { paths, counterExample, premises, assumptions }: TargetProof): boolean {
  const parts = [...paths, ...(counterExample === undefined ? [] : [counterExample])].flatMap((path) => path.parts);
  return parts.every((part) => isPartOpen(page, part)) && [...premises.map(({ message, hint }) => `${message} ${hint}`), ...assumptions].every((text) => page.sight.mayRead(text));
}

function isPartOpen({ workspace, sight }: Page, { part }: PartOnPath): boolean {
  const spec = part.includes('#') ? workspace.find('Journey', part.split('#')[0]!) : workspace.find('Sla', part);
  return spec === undefined || sight.sees(spec);
}

/** The way that takes longest with every part at its target; only of a promise of a time. */
export function slowest({ paths, counterExample, target }: TargetProof): ProofPath | undefined {
  return target.seconds === undefined ? undefined : (counterExample ?? paths[0]);
}
