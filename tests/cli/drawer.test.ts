import { describe, expect, it } from 'vitest';
import { processConsole } from '../../src/cli/console.js';
import { withDrawer, type Drawer } from '../../src/cli/render/drawer.js';
import { fakeBrowser } from '../site/support/fake-browser.js';

const browser = fakeBrowser();

/** Lets somebody draw with a browser that may take three seconds for a picture, and may be lost over one. */
async function draw<Value>(work: (drawer: Drawer) => Promise<Value>): Promise<Value> {
  return withDrawer(processConsole(), { named: browser.file, without: '' }, work, { look: {}, patience: 3000, losses: 2 });
}

describe('drawing one picture after the other', () => {
  it('goes on after one that would never end', async () => {
    const drawn = await draw(async (drawer) => [await drawer.draw('first'), await drawer.draw('Endless'), await drawer.draw('third')]);
    expect(drawn).toEqual([expect.objectContaining({ width: 20 }), { problem: 'the browser cannot draw it: it took longer than 3 s' }, expect.objectContaining({ height: 10 })]);
  });

  it('gives up where the next one never ends either', async () => {
    await expect(draw(async (drawer) => [await drawer.draw('Endless'), await drawer.draw('Endless')])).rejects.toThrow(`\`${browser.file}\` cannot draw: it took longer than 3 s. Try another browser with --browser.`);
  });

  it('goes on in a new page after many, in the same browser', async () => {
    browser.drawn();
    await draw(async (drawer) => {
      for (let index = 0; index < 450; index += 1) await drawer.draw(`picture ${index}`);
    });
    expect([browser.starts(), browser.pages(), browser.drawn().length]).toEqual([1, 3, 450]);
  });

  it('starts no browser where nothing is to be drawn', async () => {
    expect(await withDrawer(processConsole(), { named: '/nowhere/chrome', without: '' }, async () => 'nothing')).toBe('nothing');
  });
});
