import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../src/cli/render/find-browser.js';

/**
 * A real browser. On Linux it comes with the packages of the project, with the fonts and the libraries that a bare machine lacks; elsewhere it is the one
 * of the machine. `undefined` where there is none: tests that need one are skipped then.
 */
export async function testBrowser(): Promise<string | undefined> {
  const known = process.env[foundBefore];
  return known ?? (process.platform === 'linux' && process.arch === 'x64' ? packagedBrowser() : browserOfTheMachine());
}

/** Where the browser is that another process of the same run has unpacked. */
export const foundBefore = 'WAYMARK_TEST_BROWSER';

async function packagedBrowser(): Promise<string> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const file = await chromium.executablePath();
  process.env['FONTCONFIG_PATH'] = await unpacked('fonts');
  if (lacksLibraries(file)) process.env['LD_LIBRARY_PATH'] = join(await unpacked('al2023'), 'lib');
  return file;
}

function lacksLibraries(file: string): boolean {
  return spawnSync(file, ['--version'], { encoding: 'utf8' }).stderr.includes('error while loading shared libraries');
}

/**
 * A part of the package, unpacked. The package does so only beside a browser that is not there yet, and the libraries only where it takes the
 * machine for one of those that it was made for.
 */
async function unpacked(part: 'fonts' | 'al2023'): Promise<string> {
  const folder = join(tmpdir(), part);
  if (existsSync(folder)) return folder;
  const { inflate } = (await import(join(packageFolder, 'build/esm/lambdafs.js'))) as { readonly inflate: (file: string) => Promise<string> };
  return inflate(join(packageFolder, `bin/${part}.tar.br`));
}

const packageFolder = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium');

function browserOfTheMachine(): string | undefined {
  try {
    return findBrowser({ environment: process.env } as never, { named: undefined, without: '' });
  } catch {
    return undefined;
  }
}
