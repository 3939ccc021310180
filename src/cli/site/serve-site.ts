import { readFileSync, watch } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, relative } from 'node:path';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { insideFolder } from '../write-artifacts.js';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml' };

const usualPort = 4400;

/** A page from elsewhere may give this machine a name of its own, and would read the site under it. */
const ownNames = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/** Shows a site to this machine alone, and has it written again when something changes, until the process is stopped. */
export async function serveSite(console: Console, site: string, workspaces: readonly string[], port: number | undefined, rebuild: () => Promise<void>): Promise<void> {
  const server = siteServer(site);
  await listen(server, port ?? usualPort);
  console.print(`Shown at http://127.0.0.1:${(server.address() as AddressInfo).port}/. It is written again when a file changes; stop it with Ctrl+C.\n`);
  const again = oneAtATime(console, rebuild);
  for (const folder of workspaces) watchFolder(folder, site, again);
  await new Promise<void>((resolve) => server.on('close', resolve));
}

/** Answers with the files of the site, and with nothing else. */
export function siteServer(site: string): Server {
  return createServer((request, response) => {
    if (!ownNames.test(request.headers.host ?? '')) return void response.writeHead(403).end();
    const path = pathAsked(request.url ?? '/');
    const type = path === undefined ? undefined : types[extname(path)];
    const content = type === undefined ? undefined : read(site, path!);
    if (content === undefined) return void response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is no such page.');
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "frame-ancestors 'none'" }).end(content);
  });
}

/** The file that an address means; `undefined` for one that cannot be read. */
function pathAsked(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname).slice(1);
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}

function read(site: string, path: string): Buffer | undefined {
  try {
    return readFileSync(insideFolder(site, path));
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Failure(exitCodes.unreadable, `The site cannot be shown at port ${port}: ${error.message}. Name another port behind --serve.`)));
    server.listen(port, '127.0.0.1', resolve);
  });
}

const patience = 200;

/** What is asked for while it is under way is done once more afterwards. What goes wrong while somebody is writing is told, and the next change is waited for. */
function oneAtATime(console: Console, rebuild: () => Promise<void>): () => void {
  let [isRunning, isAsked] = [false, false];
  const run = async (): Promise<void> => {
    isRunning = true;
    for (isAsked = true; isAsked; ) {
      isAsked = false;
      await rebuild().catch((error: Error) => console.warn(`waymark: ${error.message}\n`));
    }
    isRunning = false;
  };
  return () => void (isRunning ? (isAsked = true) : run());
}

/** Several changes one right after the other are one. */
function watchFolder(folder: string, site: string, rebuild: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(folder, { recursive: true }, (_, name) => {
    const isOwn = name !== null && !relative(site, `${folder}/${name}`).startsWith('..');
    if (isOwn || name?.startsWith('.git') === true) return;
    clearTimeout(timer);
    timer = setTimeout(rebuild, patience);
  });
}
