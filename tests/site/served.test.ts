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

it('a site that is served shows what is written while it is shown, also after a mistake', async () => {
  const folder = shop(journey('walk', 'A walk'));
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'src/cli/bin.ts'), 'site', '--workspace', folder, '--out', join(folder, 'site'), '--serve', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    let address = '';
    for await (const line of createInterface(child.stdout)) {
      address = /Shown at (http:\S+\/)\./.exec(line)?.[1] ?? '';
      if (address !== '') break;
    }
    child.stdout.resume();
    expect(await pageWith(address, 'A walk')).not.toContain('A longer walk');
    writeFileSync(join(folder, 'journeys.yaml'), journey('walk', '[torn'));
    await pageWith(address, 'One file is missing here');
    writeFileSync(join(folder, 'journeys.yaml'), journey('walk', 'A longer walk'));
    expect(await pageWith(address, 'A longer walk')).not.toContain('One file is missing here');
    expect((await fetch(`${address}shop/journeys/walk.html`)).status).toBe(200);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});

it('whoever waits at a terminal is told how far a large site is', async () => {
  const folder = shop(Array.from({ length: 105 }, (_, index) => journey(`walk-${index}`, `Walk ${index}`)).join('---\n'));
  let err = '';
  const code = await main(['site', '--out', 'site'], { folder, environment: {}, isTerminal: true, canAsk: false, print: () => undefined, warn: (text) => (err += text), today: () => '2026-11-22' });
  expect([code, err]).toEqual([0, '100 of at most 105 journeys\n']);
});
