import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { root } from '../support/imports.js';
import { folderWith } from '../cli/harness.js';
import { newFolder } from '../support/git-repository.js';
import { fakeBrowser } from './support/fake-browser.js';

const journey = (id: string, title: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${title}\nversion: 0.1.0\nstatus: draft\nowner: desk\nstages: [{id: a, title: A, steps: [{id: b, title: B, lane: customer, end: success}]}]\n`;

function shop(journeys: string): string {
  return folderWith({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'desk.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: Desk\nversion: 0.1.0\nstatus: draft\nowner: desk\n',
    'journeys.yaml': journeys,
  });
}

/** Asks again until the page has the words; the test as a whole has an end. */
async function pageWith(address: string, words: string): Promise<string> {
  for (;;) {
    const text = await (await fetch(address)).text();
    if (text.includes(words)) return text;
    await pause(50);
  }
}

/** Serves the site of a folder while somebody looks at it. */
async function served(folder: string, more: readonly string[], look: (address: string) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/cli/bin.ts'), 'site', '--workspace', folder, '--out', join(folder, 'site'), '--serve', '0', ...more], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, XDG_CACHE_HOME: newFolder() } });
  try {
    let address = '';
    for await (const line of createInterface(child.stdout)) {
      address = /Shown at (http:\S+\/)\./.exec(line)?.[1] ?? '';
      if (address !== '') break;
    }
    child.stdout.resume();
    await look(address);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

it('a site that is served shows what is written while it is shown, also after a mistake', async () => {
  const folder = shop(journey('walk', 'A walk'));
  await served(folder, [], async (address) => {
    expect(await pageWith(address, 'A walk')).not.toContain('A longer walk');
    writeFileSync(join(folder, 'journeys.yaml'), journey('walk', '[torn'));
    await pageWith(address, 'One file is missing here');
    writeFileSync(join(folder, 'journeys.yaml'), journey('walk', 'A longer walk'));
    expect(await pageWith(address, 'A longer walk')).not.toContain('One file is missing here');
    expect((await fetch(`${address}shop/journeys/walk.html`)).status).toBe(200);
  });
});

it('a site that is served with pictures draws again what has changed, and only that', async () => {
  const folder = shop([journey('walk', 'A walk'), journey('ride', 'A ride')].join('---\n'));
  const browser = fakeBrowser();
  await served(folder, ['--pictures', '--browser', browser.file], async (address) => {
    expect(await pageWith(`${address}shop/journeys/walk.html`, 'A walk')).toContain('<img src="walk-flow.svg"');
    const picture = await fetch(`${address}shop/journeys/walk-flow.svg`);
    expect([picture.status, picture.headers.get('content-type'), browser.drawn().length]).toEqual([200, 'image/svg+xml', 6]);
    writeFileSync(join(folder, 'journeys.yaml'), [journey('walk', 'A longer walk'), journey('ride', 'A ride')].join('---\n'));
    await pageWith(`${address}shop/journeys/walk.html`, 'A longer walk');
    const drawn = browser.drawn();
    expect([drawn.length, drawn.every((text) => text.includes('A longer walk'))]).toEqual([3, true]);
  });
});

it('whoever waits at a terminal is told how far a large site is, and nobody else', async () => {
  const folder = shop(Array.from({ length: 205 }, (_, index) => journey(`walk-${index}`, `Walk ${index}`)).join('---\n'));
  const told = async (isTerminal: boolean): Promise<string> => {
    let err = '';
    const code = await main(['site', '--out', 'site'], { folder, environment: {}, isTerminal, canAsk: false, print: () => undefined, warn: (text) => (err += text), today: () => '2026-11-22' });
    return `${code} ${err}`;
  };
  expect([await told(true), await told(false)]).toEqual(['0 100 of at most 205 journeys\n200 of at most 205 journeys\n', '0 ']);
});
