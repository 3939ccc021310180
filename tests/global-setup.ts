import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundBefore, testBrowser } from './support/browser.js';

/**
 * The compiled validators are not committed; tests read sources, so they are written first. The browser is unpacked by one process, not by
 * several at once. What the tests write for a time stands in one folder, which goes at the end: also what a test that failed left behind.
 */
export default async function setup(): Promise<() => void> {
  execFileSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });
  const browser = await testBrowser();
  if (browser !== undefined) process.env[foundBefore] = browser;
  const folder = mkdtempSync(join(tmpdir(), 'waymark-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
