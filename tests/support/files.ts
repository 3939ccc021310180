import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, relative to it, with `/` between folders. */
export function filesBelow(folder: string, inside = ''): readonly string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}
