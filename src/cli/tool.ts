import { readFileSync } from 'node:fs';

/** The package's own root: one level above the built command, two above the sources. */
export const packageRoot = findPackageRoot(new URL('.', import.meta.url));

/** Name and version of the tool, as its package says. */
export const tool: { readonly name: string; readonly version: string } = { name: 'waymark', version: readVersion() };

function readVersion(): string {
  return (JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { readonly version: string }).version;
}

function findPackageRoot(from: URL): URL {
  for (let folder = from; ; folder = new URL('../', folder)) {
    if (isPackageRoot(folder)) return folder;
    if (folder.pathname === '/') throw new Error('the package is incomplete: it has no package.json');
  }
}

function isPackageRoot(folder: URL): boolean {
  try {
    return (JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { readonly name?: string }).name === 'waymark';
  } catch {
    return false;
  }
}
