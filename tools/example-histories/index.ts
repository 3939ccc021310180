import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../root.js';
import { broadband } from './broadband.js';
import { insurance } from './insurance.js';
import { parcel } from './parcel.js';
import { pastStates, type PastCommit, type PastState, type Texts } from './past.js';

/** How the example workspaces came to be, by the name of their folder in `journeys/`; the oldest commit first. */
export const exampleHistories = { insurance, broadband, parcel } as const satisfies { readonly [name: string]: readonly PastCommit[] };

export type ExampleName = keyof typeof exampleHistories;

/** Where the people of each example get their mail. */
export const exampleDomain: { readonly [name in ExampleName]: string } = { insurance: 'wegwart.example', broadband: 'fernlink.example', parcel: 'corvina.example' };

export function isExampleName(name: string): name is ExampleName {
  return Object.hasOwn(exampleHistories, name);
}

/** Every state of an example, the oldest first; the last one is the example as it is. */
export function exampleStates(name: ExampleName): readonly PastState[] {
  return pastStates(exampleHistories[name], textsBelow(join(root, 'journeys', name)));
}

function textsBelow(folder: string): Texts {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}
