import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createRequire } from 'node:module';

/** The real yaml-language-server, spoken to over standard input and output. */
export class LanguageServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #notified: ((method: string, params: unknown) => void)[] = [];
  #buffer = Buffer.alloc(0);
  #id = 0;

  constructor(settings: object) {
    const server = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');
    this.#process = spawn(process.execPath, [server, '--stdio']);
    this.#process.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#settings = settings;
  }

  readonly #settings: object;

  async start(): Promise<void> {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities: { workspace: { configuration: true } } });
    this.notify('initialized', {});
    this.notify('workspace/didChangeConfiguration', { settings: { yaml: this.#settings } });
  }

  stop(): void {
    this.#process.kill();
  }

  request(method: string, params: object): Promise<unknown> {
    this.#id += 1;
    const id = this.#id;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  /** The next notification of a method that fits. */
  next<Params>(method: string, fits: (params: Params) => boolean): Promise<Params> {
    return new Promise((resolve) => {
      this.#notified.push((name, params) => {
        if (name === method && fits(params as Params)) resolve(params as Params);
      });
    });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.toString('latin1', 0, Math.max(0, end)))?.[1]);
      if (end < 0 || this.#buffer.length < end + 4 + length) return;
      const body = this.#buffer.toString('utf8', end + 4, end + 4 + length);
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, params, result }: Message): void {
    if (method === undefined) this.#waiting.get(id!)?.(result);
    else if (id !== undefined) this.#send({ id, result: method === 'workspace/configuration' ? [this.#settings, {}, {}, {}] : null });
    else for (const listener of this.#notified) listener(method, params);
  }
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}
