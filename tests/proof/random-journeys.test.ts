import { describe, expect, it } from 'vitest';
import { proveJourney } from '../../src/analysis/proof/prove-journey.js';
import { more, seed } from '../support/property.js';
import { runProperty, type Tally } from './random-journeys.js';

const journeys = 2000 * more;

describe('journeys at random', () => {
  const tally = runProperty(proveJourney, Array.from({ length: journeys }, (_, at) => seed + at));

  it('are proved only where the oracle finds no way to break them, and violated only where it finds the path', () => {
    console.log(told(tally));
    expect(tally.disagreements).toEqual([]);
  });

  it.each(['proved', 'violated'] as const)('are %s often enough to try the engine', (verdict) => {
    const { proved, violated, 'not-proved': open } = tally.verdicts;
    expect(tally.verdicts[verdict] / (proved + violated + open)).toBeGreaterThanOrEqual(0.25);
  });
});

/** Seeds and shares, so that whoever reads a log can make the same journeys again. */
function told({ verdicts, premises }: Tally): string {
  const all = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  const shares = Object.entries(verdicts).map(([verdict, count]) => `${verdict} ${count} (${((100 * count) / all).toFixed(1)} %)`);
  return `journeys of the seeds ${seed} to ${seed + journeys - 1}: ${all} targets, ${shares.join(', ')}; missing: ${Object.entries(premises).map(([kind, count]) => `${kind} ${count}`).join(', ')}`;
}
