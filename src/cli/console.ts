/** What a command may do to the world outside: print, and know who is reading. Tests give their own. */
export interface Console {
  readonly folder: string;
  readonly environment: { readonly [name: string]: string | undefined };
  /** True when a person reads the output as it comes. */
  readonly isTerminal: boolean;
  /** How many characters fit in a line of the terminal, where that is known. */
  readonly columns?: number;
  /** True when a person can answer questions. */
  readonly canAsk: boolean;
  print(text: string): void;
  warn(text: string): void;
  /** The day on which the command runs, in UTC. */
  today(): string;
}

/** The console of the running process. */
export function processConsole(folder = process.cwd()): Console {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', quitOnClosedPipe);
  return {
    folder,
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
    ...(process.stdout.isTTY === true ? { columns: process.stdout.columns } : {}),
    canAsk: process.stdin.isTTY === true && process.stdout.isTTY === true && process.env['CI'] === undefined,
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** A reader such as `head` that has seen enough is no failure; a full disk is. */
function quitOnClosedPipe(error: NodeJS.ErrnoException): void {
  process.exitCode = error.code === 'EPIPE' ? (process.exitCode ?? 0) : 3;
}
