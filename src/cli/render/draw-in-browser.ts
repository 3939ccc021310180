import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withDrawer, type Drawer } from './drawer.js';

/** Draws Mermaid texts as files of a format; one that cannot be drawn is the end of it. */
export async function drawInBrowser(console: Console, texts: readonly string[], format: 'svg' | 'png', named: string | undefined): Promise<readonly Buffer[]> {
  return withDrawer(console, { named, without: '`--format markdown` and `mmd` need none: GitHub, GitLab and most editors draw them.' }, async (drawer) => {
    const pictures: Buffer[] = [];
    for (const text of texts) pictures.push(await drawAs(drawer, text, format));
    return pictures;
  });
}

async function drawAs(drawer: Drawer, text: string, format: 'svg' | 'png'): Promise<Buffer> {
  const drawn = await drawer.draw(text);
  if ('problem' in drawn) throw new Failure(exitCodes.unreadable, `${drawn.problem.charAt(0).toUpperCase()}${drawn.problem.slice(1)}`);
  return format === 'svg' ? Buffer.from(drawn.svg) : drawer.photograph(drawn);
}
