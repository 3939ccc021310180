import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A browser that nobody sees. Every call throws an `Error` whose message says why it came to nothing; after that the browser may be gone. */
export interface HiddenBrowser {
  newPage(): Promise<BrowserPage>;
  /** Ends it, however it is; resolves when it is gone. */
  end(): Promise<void>;
}

/** A page of it. */
export interface BrowserPage {
  /** Opens a file and waits until it is there with all that belongs to it. */
  open(url: string): Promise<void>;
  /** What an expression comes to in the page; a promise is waited for. The value is one that JSON can hold. */
  evaluate(expression: string): Promise<unknown>;
  /** The page as PNG. */
  photograph(width: number, height: number, scale: number): Promise<Buffer>;
  /** Gives its memory back. */
  close(): Promise<void>;
}

/** No network, no profile of the user, no extension; root, as in many containers, cannot have the browser's own sandbox. */
const quiet = ['--headless', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--host-resolver-rules=MAP * ~NOTFOUND', '--allow-file-access-from-files', '--remote-debugging-pipe'];

/**
 * Starts a browser with an empty profile. It is told what to do by the DevTools protocol over a pipe, which all of the Chromium family understand; no port
 * is opened. One that does not answer a command within so many milliseconds is ended, because nothing else ends a page that is caught in a loop.
 */
export function startBrowser(browser: string, profile: string, patience: number): HiddenBrowser {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(browser, [...quiet, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], windowsHide: true });
  const gone = new Promise<void>((done) => void child.once('exit', () => done()).once('error', () => done()));
  const connection = connect(child, patience);
  return {
    newPage: () => pageOf(connection),
    async end() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

type Answer = { readonly [name: string]: unknown };

/** Sends one command and waits for its answer; of an event, its next one. */
interface Connection {
  send(method: string, parameters?: object, session?: string): Promise<Answer>;
  next(event: string): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

function connect(child: ChildProcess, patience: number): Connection {
  const [out, into] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const { expect, settle, failAll } = answersWithin(patience, () => child.kill('SIGKILL'));
  readMessages(into, settle);
  child.once('error', ({ message }) => failAll(message)).once('exit', (code, signal) => failAll(`it ended with ${code === null ? signal : `code ${code}`}`));
  out.on('error', () => undefined); // it has ended, which is told already
  let count = 0;
  return {
    async next(event) {
      await expect(event);
    },
    send(method, params = {}, sessionId) {
      count += 1;
      const answered = expect(count);
      out.write(`${JSON.stringify({ id: count, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      return answered;
    },
  };
}

/** Each message ends with a zero byte, and may come in pieces. */
function readMessages(from: Readable, take: (message: Message) => void): void {
  let rest = '';
  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop()!;
    for (const message of messages) take(JSON.parse(message) as Message);
  });
}

/** What somebody waits for: answers by the number of the command, events by their name. */
interface Answers {
  expect(key: number | string): Promise<Answer>;
  settle(message: Message): void;
  /** From now on there are no answers any more. The first reason stays. */
  failAll(why: string): void;
}

/** Answers that each have to come within so many milliseconds; else all fail, and `giveUp` is called. */
function answersWithin(patience: number, giveUp: () => void): Answers {
  const waiting = new Map<number | string, { readonly answer: (result: Answer) => void; readonly fail: (why: Error) => void }>();
  let over: string | undefined;
  const failAll = (why: string): void => {
    over ??= why;
    for (const { fail } of waiting.values()) fail(new Error(over));
    waiting.clear();
  };
  const tooLate = (): void => {
    failAll(`it took longer than ${patience / 1000} s`);
    giveUp();
  };
  return {
    failAll,
    async expect(key) {
      if (over !== undefined) throw new Error(over);
      const timer = setTimeout(tooLate, patience);
      return new Promise<Answer>((answer, fail) => void waiting.set(key, { answer, fail })).finally(() => clearTimeout(timer));
    },
    settle({ id, method, result, error }) {
      const key = id ?? method ?? '';
      const found = waiting.get(key);
      waiting.delete(key);
      if (error === undefined) found?.answer(result ?? {});
      else found?.fail(new Error(error.message));
    },
  };
}

async function pageOf({ send, next }: Connection): Promise<BrowserPage> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const session = (await send('Target.attachToTarget', { targetId, flatten: true }))['sessionId'] as string;
  await send('Page.enable', {}, session);
  return {
    async open(url) {
      const loaded = next('Page.loadEventFired');
      loaded.catch(() => undefined); // where the browser is gone, the command says so
      const { errorText } = await send('Page.navigate', { url }, session);
      if (errorText !== undefined) throw new Error(`it cannot open the page: ${String(errorText)}`);
      await loaded;
    },
    async evaluate(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, session);
      if (exceptionDetails !== undefined) throw new Error(`the page fails: ${JSON.stringify(exceptionDetails)}`);
      return (result as { readonly value?: unknown }).value;
    },
    async photograph(width, height, deviceScaleFactor) {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false }, session);
      const { data } = await send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 1 } }, session);
      return Buffer.from(data as string, 'base64');
    },
    async close() {
      await send('Target.closeTarget', { targetId });
    },
  };
}
