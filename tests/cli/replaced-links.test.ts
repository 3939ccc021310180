import { lstatSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileWhole } from '../../src/cli/write-artifacts.js';
import { newFolder } from '../support/git-repository.js';

it.skipIf(process.platform === 'win32').each(['there.md', 'gone.md'])('a file that takes the place of a link to %s may be written by nobody who may not write a new one', (target) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'there.md'), 'Kept');
  writeFileWhole(join(folder, 'new.md'), 'Report');
  symlinkSync(target, join(folder, 'linked.md'));
  writeFileWhole(join(folder, 'linked.md'), 'Report');
  expect(lstatSync(join(folder, 'linked.md')).mode).toBe(lstatSync(join(folder, 'new.md')).mode);
});
