import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Something that answers as a browser of the Chromium family does, and draws nothing: each picture is a rectangle. */
export interface FakeBrowser {
  readonly file: string;
  /** What it was asked to draw since the last time that this was asked. */
  drawn(): readonly string[];
  /** How many times it was started since then, and how many pages it was asked for. */
  starts(): number;
  pages(): number;
}

/** Of a text that holds `Undrawable` Mermaid complains, at `Endless` it never answers, at `Deadly` it dies, and at `Scripted` a script is in the picture. */
export function fakeBrowser(): FakeBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-fake-'));
  const [file, log] = [join(folder, 'browser.mjs'), join(folder, 'log')];
  writeFileSync(file, `#!${process.execPath}\n${source(log)}`);
  chmodSync(file, 0o755);
  const noted = (what: string): readonly string[] => readFileSync(log, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as readonly [string, string]).filter(([method]) => method === what).map(([, text]) => text);
  writeFileSync(log, '');
  return {
    file,
    drawn() {
      const texts = noted('draw');
      writeFileSync(log, '');
      return texts;
    },
    starts: () => noted('start').length,
    pages: () => noted('page').length,
  };
}

function source(log: string): string {
  return `
import { appendFileSync, createReadStream, createWriteStream } from 'node:fs';
const out = createWriteStream('', { fd: 4 });
const note = (what, text) => appendFileSync(${JSON.stringify(log)}, JSON.stringify([what, text]) + '\\n');
note('start', '');
const send = (message) => out.write(JSON.stringify(message) + '\\0');
const answers = { 'Target.createTarget': { targetId: 't' }, 'Target.attachToTarget': { sessionId: 's' } };
let rest = '';
createReadStream('', { fd: 3 }).setEncoding('utf8').on('end', () => process.exit(0)).on('data', (text) => {
  const messages = (rest + text).split('\\0');
  rest = messages.pop();
  for (const message of messages) answer(JSON.parse(message));
});
function answer({ id, method, params }) {
  if (method === 'Target.createTarget') note('page', '');
  if (method !== 'Runtime.evaluate') {
    send({ id, result: answers[method] ?? {} });
    if (method === 'Page.navigate') send({ method: 'Page.loadEventFired' });
    return;
  }
  const text = JSON.parse(params.expression.slice('draw('.length, -1));
  note('draw', text);
  if (text.includes('Deadly')) process.exit(9);
  if (text.includes('Endless')) return;
  const inside = text.includes('Scripted') ? '<script>alert(1)</script>' : '';
  const drawn = { svg: '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/>' + inside + '</svg>', width: 20, height: 10, start: 0 };
  send({ id, result: { result: { value: text.includes('Undrawable') ? { problem: 'no such thing' } : drawn } } });
}
`;
}
