/**
 * Packs the package as it would be published, checks its exports and types, installs it into an empty project and uses it there as
 * a developer would: the command, the import, the types.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.js';

const folder = mkdtempSync(join(tmpdir(), 'waymark-package-'));

function run(command: string, args: readonly string[], cwd = root): void {
  execFileSync(command, args, { cwd, stdio: 'inherit' });
}

/** Time zones come from a library that only such a calendar asks for. */
const hours = { apiVersion: 'waymark/v1', kind: 'Calendar', id: 'hours', title: 'Hours', version: '0.1.0', status: 'draft', owner: 'desk', timezone: 'Europe/Berlin', weekly: { mon: ['08:00-09:00'] }, dayLength: '1h', horizon: { from: '2026-01-01', until: '2026-12-31' } };

const usage = `import { businessCalendar, loadWorkspaceFrom, longestBusinessTime, validate, type Validation } from 'waymark';
const workspace = loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\\nkind: Workspace\\nid: w\\ntitle: W\\n' });
const result: Validation = validate(workspace, { asOf: '2026-11-22' });
if (workspace.specs.length !== 1) throw new Error('the packed library does not read a workspace');
if (validate(loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\\nkind: Workspace\\nid: w\\ntitel: W\\n' }), { asOf: '2026-11-22' }).diagnostics.length === 0) throw new Error('the packed library does not see a misspelt field');
const hours = ${JSON.stringify(hours)};
const reading = businessCalendar(loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\\nkind: Workspace\\nid: w\\ntitle: W\\n', 'hours.yaml': JSON.stringify(hours) }), 'hours');
if ('problem' in reading) throw new Error(reading.problem.message);
const stay = longestBusinessTime(reading.calendar, { calendar: reading.calendar, time: '2d' });
if ('problem' in stay || stay.seconds !== 7200) throw new Error('the packed library does not count business time');
export const severities: readonly ('error' | 'warning' | 'info')[] = result.diagnostics.map(({ severity }) => severity);
`;

const compilerOptions = { strict: true, module: 'NodeNext', target: 'ES2023', moduleResolution: 'NodeNext', skipLibCheck: false, types: [] };

try {
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!);
  run('npx', ['publint', 'run', tarball, '--strict']);
  run('npx', ['attw', tarball, '--profile', 'esm-only']);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  run('npm', ['install', '--no-audit', '--no-fund', tarball], folder);
  writeFileSync(join(folder, 'use.ts'), usage);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], folder);
  run(process.execPath, ['use.js'], folder);
  run('npx', ['waymark', 'init', '--yes', '--ci', 'none'], folder);
  run('npx', ['waymark', 'validate'], folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
