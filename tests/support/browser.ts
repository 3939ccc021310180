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
  return process.platform === 'linux' && process.arch === 'x64' ? packagedBrowser() : browserOfTheMachine();
}

async function packagedBrowser(): Promise<string> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const file = await chromium.executablePath();
  process.env['FONTCONFIG_PATH'] = join(tmpdir(), 'fonts');
  if (lacksLibraries(file)) process.env['LD_LIBRARY_PATH'] = await packagedLibraries();
  return file;
}

function lacksLibraries(file: string): boolean {
  return spawnSync(file, ['--version'], { encoding: 'utf8' }).stderr.includes('error while loading shared libraries');
}

/** The package unpacks them where it takes the machine for one of those that it was made for. */
async function packagedLibraries(): Promise<string> {
  const folder = join(tmpdir(), 'al2023');
  if (!existsSync(folder)) {
    const { inflate } = (await import(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/build/esm/lambdafs.js'))) as { readonly inflate: (file: string) => Promise<string> };
    await inflate(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  }
  return join(folder, 'lib');
}

function browserOfTheMachine(): string | undefined {
  try {
    return findBrowser({ environment: process.env } as never, undefined);
  } catch {
    return undefined;
  }
}
