import { execFileSync } from 'node:child_process';
import { testBrowser } from './support/browser.js';

/** The compiled validators are not committed; tests read sources, so they are written first. The browser is unpacked by one process, not by several at once. */
export default async function setup(): Promise<void> {
  execFileSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });
  await testBrowser();
}
