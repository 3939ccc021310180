import { execFileSync } from 'node:child_process';

/** The compiled validators are not committed; tests read sources, so they are written first. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });
}
