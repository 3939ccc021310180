import type { JourneyProof, TargetProof, Verdict } from '../../src/analysis/proof/verdict.js';
import { loadWorkspaceFrom, type Workspace } from '../../src/index.js';
import { journeyId, type Case, type CaseTarget } from './oracle/case.js';
import { doubtOf, findCounterExample } from './oracle/counter-example.js';
import { isPlain, randomCase } from './oracle/random-case.js';
import { toYaml } from './oracle/to-yaml.js';

/** The engine, or one with a defect. */
export type Prove = (workspace: Workspace, journey: string) => JourneyProof | undefined;

/** What an engine said of many journeys. */
export interface Tally {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** How often each sort of premise was missing. */
  readonly premises: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
}

/** A target of which the engine says what the oracle denies. */
export interface Disagreement {
  readonly seed: number;
  /** Position of the target. */
  readonly target: number;
  readonly verdict: Verdict | 'none';
  readonly why: string;
}

/** Asks an engine about journeys made at random, and the oracle about its answers. */
export function runProperty(prove: Prove, seeds: Iterable<number>, mostDisagreements = Infinity): Tally {
  const verdicts: Record<Verdict, number> = { proved: 0, violated: 0, 'not-proved': 0 };
  const premises: Record<string, number> = {};
  const disagreements: Disagreement[] = [];
  for (const seed of seeds) {
    const given = randomCase(seed);
    const proofs = proofsOf(prove, given);
    for (const proof of proofs) {
      verdicts[proof.verdict] += 1;
      for (const { kind } of proof.premises) premises[kind] = (premises[kind] ?? 0) + 1;
    }
    disagreements.push(...judge(given, proofs).map((found) => ({ seed, ...found })));
    if (disagreements.length >= mostDisagreements) break;
  }
  return { verdicts, premises, disagreements };
}

/** What the engine says of each target of a case's promise. */
export function proofsOf(prove: Prove, given: Case): readonly TargetProof[] {
  const workspace = loadWorkspaceFrom(toYaml(given));
  const proof = prove(workspace, journeyId);
  return proof?.promises.find(({ promise }) => promise === given.promise.id)?.targets ?? [];
}

/** Where the oracle denies what the engine says of a case. */
export function judge(given: Case, proofs: readonly TargetProof[]): readonly Omit<Disagreement, 'seed'>[] {
  return given.promise.targets.flatMap((target, index) => {
    const proof = proofs[index];
    const why = proof === undefined ? 'nothing is said of it' : denial(given, target, proof);
    return why === undefined ? [] : [{ target: index, verdict: proof?.verdict ?? 'none', why }];
  });
}

/** The engine may be silent about what it does not understand, but not about steps in a row that all have their part. */
function denial(given: Case, target: CaseTarget, { verdict, premises, counterExample }: TargetProof): string | undefined {
  if (verdict === 'proved') return brokenWorld(given, target);
  if (verdict === 'not-proved' && premises.length === 0) return 'no premise is said to be missing';
  if (verdict === 'not-proved') return isPlain(given) && findCounterExample(given, target) === undefined ? 'it is plain and cannot be broken' : undefined;
  if (counterExample === undefined) return 'no path is shown';
  const doubt = doubtOf(given, target, counterExample.steps);
  return doubt && `of the path ${counterExample.steps.join(' ')}: ${doubt}`;
}

function brokenWorld(given: Case, target: CaseTarget): string | undefined {
  const found = findCounterExample(given, target);
  return found && found.cases.map(({ count, persona, steps, missed, late }) => `${count} × ${persona} by ${steps.join(' ')}${missed.length === 0 ? '' : `, missed: ${missed.join(' ')}`}, late: ${late}`).join('; ');
}
