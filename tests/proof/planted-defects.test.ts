import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/imports.js';
import { seed } from '../support/property.js';

interface Defect {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One text of the engine changed at a time, as a hand might slip. */
const defects: readonly Defect[] = [
  { name: 'a part that is used up at closing ends there, not at the next opening', file: 'business-time/sweeps.ts', from: 'while (before[stretch + 1]! <= end)', to: 'while (before[stretch + 1]! < end)' },
  { name: 'of branches that run together only the worst may miss', file: 'proof/shortfall.ts', from: 'sum: [...worst.values()].reduce((sum, each) => field.reckoning.both(sum, each), 0)', to: 'sum: [...worst.values()].reduce(larger, 0)' },
  { name: 'what may be missed in a second round does not count', file: 'proof/shortfall.ts', from: 'const links = field.ways.leaving[knot]!;\n  const shares', to: 'const links = field.ways.leaving[knot]!.filter(({ passage }) => passage.move.limit === undefined);\n  const shares' },
  { name: 'a percent over everybody holds for each tier', file: 'proof/target-groups.ts', from: 'if (!isMixed) return undefined;', to: 'if (whole !== undefined) return undefined;' },
  { name: 'shares are compared as binary fractions', file: 'proof/prove-target.ts', from: 'shortfall <= limits.allowed', to: 'shortfall / 1e6 <= 1 - limits.budget.kept / 1e6' },
  { name: 'a part may begin anew where the whole does not', file: 'proof/part-budgets.ts', from: 'part.resets.find((event) => !whole.resets.includes(event))', to: 'part.resets.find((event) => event === part.id)' },
  { name: 'the way after a failure is taken once the step is done', file: 'proof/moments.ts', from: "if (kind === 'fail') return true;", to: "if (kind === 'fail') return false;" },
  { name: 'hours of different calendars are added up', file: 'proof/time-on-calendar.ts', from: 'const plain = secondsOn(calendar, chain);\n  if (plain !== undefined) return plain <= seconds', to: 'const plain = chain.reduce((sum, each) => sum + each.seconds, 0);\n  if (plain > -1) return plain <= seconds' },
];

/** How many journeys a run of the property looks at. */
const journeys = 2000;

/** The first journey of a run of which an engine with the defect says what the oracle denies. */
function caughtAt({ file, from, to }: Defect): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-planted-'));
  try {
    for (const part of ['src', 'tests/proof', 'tests/support', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const path = join(folder, 'src/analysis', file);
    const parts = readFileSync(path, 'utf8').split(from);
    expect(parts, `${file} has the text to change once`).toHaveLength(2);
    writeFileSync(path, parts.join(to));
    const told = execFileSync(process.execPath, ['--import', 'tsx', join(folder, 'tests/proof/first-disagreement.ts'), String(seed), String(journeys)], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    return (JSON.parse(told) as { readonly seed?: number }).seed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('an engine with a planted defect', { timeout: 600_000 }, () => {
  it.each(defects.map((defect) => [defect.name, defect] as const))('is caught within one run: %s', (_name, defect) => {
    expect(caughtAt(defect)).toBeGreaterThanOrEqual(seed);
  });
});
