/** Builds the package: the library file by file with its types, and the command as a bundle that starts fast. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = resolve(root, 'dist');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
mkdirSync(resolve(dist, 'schema/generated'), { recursive: true });
for (const file of ['validators.js', 'validators.d.ts']) copyFileSync(resolve(root, 'src/schema/generated', file), resolve(dist, 'schema/generated', file));
await build({
  entryPoints: { waymark: resolve(root, 'src/cli/bin.ts') },
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  // CommonJS libraries inside the bundle ask for Node's own modules by require.
  banner: { js: "import { createRequire as createWaymarkRequire } from 'node:module'; const require = createWaymarkRequire(import.meta.url);" },
});
chmodSync(resolve(dist, 'waymark.js'), 0o755);
