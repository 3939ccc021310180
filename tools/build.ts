/** Builds the package: the library file by file with its types, and the command as a bundle that starts fast. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { root } from './root.js';

const dist = resolve(root, 'dist');

/** Takes in the table of the language as JSON text, which is read in half the time of the same data as code. */
const tableAsJson: Plugin = {
  name: 'table-as-json',
  setup: ({ onLoad }) =>
    onLoad({ filter: /generated[\\/]language-table\.ts$/ }, async ({ path }) => {
      const tables = Object.entries((await import(pathToFileURL(path).href)) as object);
      return { contents: tables.map(([name, table]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(table))});`).join('\n'), loader: 'js' };
    }),
};

/** One character beyond ASCII, and the engine keeps the whole file in twice the memory. */
function refuseWideText(file: string): void {
  const wide = readFileSync(file).findIndex((byte) => byte > 127);
  if (wide !== -1) throw new Error(`${file} has a character beyond ASCII at byte ${wide}: in a regular expression write it as \\u and four digits`);
}

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
mkdirSync(resolve(dist, 'schema/generated'), { recursive: true });
copyFileSync(resolve(root, 'src/schema/generated/validators.cjs'), resolve(dist, 'schema/generated/validators.cjs'));
await build({
  // Under one name in every build, so that what Node keeps compiled of an older one is replaced.
  entryPoints: { waymark: resolve(root, 'src/cli/bin.ts'), 'chunks/start': resolve(root, 'src/cli/start.ts') },
  outdir: dist,
  bundle: true,
  // It brings a compiler, which stays a package of its own.
  external: ['ts-morph'],
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // One folder below `dist`, as each room of the library is: from both, a path to the validators is the same.
  chunkNames: 'chunks/[name]-[hash]',
  charset: 'ascii',
  minify: true,
  keepNames: false,
  legalComments: 'linked',
  plugins: [tableAsJson],
  // CommonJS libraries inside the bundle ask for Node's own modules by require.
  banner: { js: "import { createRequire as createWaymarkRequire } from 'node:module'; const require = createWaymarkRequire(import.meta.url);" },
});
// What draws diagrams in a browser is one file, so that nothing of its hundred packages is installed for anybody.
mkdirSync(resolve(dist, 'assets'), { recursive: true });
copyFileSync(resolve(root, 'node_modules/mermaid/dist/mermaid.min.js'), resolve(dist, 'assets/mermaid.min.js'));
copyFileSync(resolve(root, 'node_modules/mermaid/LICENSE'), resolve(dist, 'assets/mermaid.LICENSE.txt'));
chmodSync(resolve(dist, 'waymark.js'), 0o755);
for (const file of ['waymark.js', 'schema/generated/validators.cjs', ...readdirSync(resolve(dist, 'chunks')).map((name) => `chunks/${name}`)]) refuseWideText(resolve(dist, file));
