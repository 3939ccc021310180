/**
 * The least that a walk through the history of a branch takes: `git log` tells which files each commit changed, one `git cat-file` gives their
 * contents, and each is parsed once. Nothing is made of it.
 */
const { execFileSync } = require('node:child_process');

const most = 1024 * 1024 * 1024;

async function main() {
  const { loadAll } = await import('js-yaml');
  const log = execFileSync('git', ['log', '--first-parent', '-m', '--raw', '--no-abbrev', '--no-renames', '--format=%H', 'main', '--', '*.yaml'], { maxBuffer: most, encoding: 'utf8' });
  const ids = new Set([...log.matchAll(/^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]/gm)].map(([, id]) => id));
  const out = execFileSync('git', ['cat-file', '--batch', '--buffer'], { maxBuffer: most, input: [...ids, ''].join('\n') });
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const size = Number(out.toString('latin1', at, end).split(' ')[2]);
    loadAll(out.toString('utf8', end + 1, end + 1 + size));
    at = end + 2 + size;
  }
}

void main();
