import { spawnSync } from 'node:child_process';
import { proveJourney } from '../src/analysis/proof/prove-journey.js';
import type { Verdict } from '../src/analysis/proof/verdict.js';
import { loadWorkspace } from '../src/model/load-workspace.js';
import type { Command } from './measure.js';

/** The rules that ask for proofs, and nothing else does in `validate`. */
export const provingRules = ['sla/clock-on-way', 'sla/path-fits-target', 'sla/work-underpinned', 'sla/percents-add-up', 'sla/time-covered', 'sla/calendars-known', 'sla/pauses-shared'] as const;

/** A share of a thousand, from the least to the most. */
type Range = readonly [number, number];

/** How the promises of the corpus are meant to turn out, of a thousand. */
const expected: { readonly [verdict in Verdict]: Range } = { proved: [800, 920], 'not-proved': [40, 150], violated: [20, 100] };

/** Stops the bench unless the proofs of the corpus turn out as they should: a bench of what is not done measures nothing. */
export function checkVerdicts(folder: string, journeys: number): void {
  const counts: { [verdict in Verdict]: number } = { proved: 0, 'not-proved': 0, violated: 0 };
  const workspace = loadWorkspace(folder);
  for (const { id } of workspace.journeys) for (const { verdict } of proveJourney(workspace, id)?.promises ?? []) counts[verdict] += 1;
  for (const [verdict, [least, most]] of Object.entries(expected)) {
    const share = (counts[verdict as Verdict] * 1000) / journeys;
    if (!(share >= least && share <= most)) throw new Error(`Of ${journeys} promises ${counts[verdict as Verdict]} are ${verdict}; there should be ${least} to ${most} of a thousand.`);
  }
  process.stderr.write(`${journeys} promises: ${Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`).join(', ')}\n`);
}

/** Stops the bench unless the one command tells what proofs find, and the other does not. */
export function checkFindings(withProofs: Command, without: Command): void {
  const found = [withProofs, without].map((command) => findingsOf(command, provingRules));
  if (found[0]! < 100 || found[1] !== 0) throw new Error(`The rules that prove find ${found[0]} where they are on and ${found[1]} where they are off.`);
}

/** Stops the bench where something is found in files that are meant to be sound: telling a finding takes much longer than finding nothing. */
export function checkSound(command: Command): void {
  const found = findingsOf(command);
  if (found > 0) throw new Error(`In ${command.folder} ${found} things are found, and there should be none.`);
}

function findingsOf({ folder, program, args }: Command, rules?: readonly string[]): number {
  const { stdout } = spawnSync(program, [...args, '--format', 'json', '--max-problems', '100000'], { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const report = JSON.parse(stdout) as { readonly workspaces: readonly { readonly findings: readonly { readonly rule: string }[] }[] };
  return report.workspaces.flatMap(({ findings }) => findings).filter(({ rule }) => rules?.includes(rule) ?? true).length;
}
