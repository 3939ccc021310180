/** Reads files of two versions one by one, as tools do that ask git for each: `show-each.cjs v1 v2 changed` or `... all`. */
const { execFileSync } = require('node:child_process');

const [, , before, after, which] = process.argv;
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
const changed = git('diff', '--name-only', '-z', before, after).split('\0').filter(Boolean);
const listed = (version) => git('ls-tree', '-r', '--name-only', '-z', version).split('\0').filter((path) => path.endsWith('.yaml'));
let characters = 0;
for (const version of [before, after]) for (const path of which === 'all' ? listed(version) : changed) characters += git('show', `${version}:${path}`).length;
process.stdout.write(`${characters}\n`);
