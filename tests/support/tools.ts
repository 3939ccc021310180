import { execFileSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** True where a program can be called. */
function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Tests that call a program which `npm ci` does not bring. Without it they are skipped and the title says why; where `WAYMARK_ALL_TOOLS` is set, as in
 * CI, a missing program is a failure.
 */
export function describeWith(program: string, title: string, tests: () => void): void {
  const isHere = isThere(program);
  describe.skipIf(!isHere && process.env['WAYMARK_ALL_TOOLS'] === undefined)(isHere ? title : `${title} (skipped: there is no ${program} here)`, () => {
    it(`calls ${program}`, ({ expect }) => expect(isHere).toBe(true));
    if (isHere) tests();
  });
}
