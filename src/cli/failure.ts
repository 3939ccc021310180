import type { ExitCode } from './exit-codes.js';

/** A reason to end a command with one plain line. Wrong input of a journey is never one: that is a finding. */
export class Failure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
