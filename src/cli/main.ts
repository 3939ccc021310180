import { Command, CommanderError } from 'commander';
import { addApprove } from './commands/approve.js';
import { addBump } from './commands/bump.js';
import { addChangelog } from './commands/changelog.js';
import { addCi } from './commands/ci.js';
import { addDiff } from './commands/diff.js';
import { addExplain } from './commands/explain.js';
import { addFmt } from './commands/fmt.js';
import { addGenerate } from './commands/generate.js';
import { addHistory } from './commands/history.js';
import { addInit } from './commands/init.js';
import { addLedger } from './commands/ledger.js';
import { addProve } from './commands/prove.js';
import { addRender } from './commands/render.js';
import { addReview } from './commands/review.js';
import { addRules } from './commands/rules.js';
import { addSchema } from './commands/schema.js';
import { addShow, refuseVersionOption } from './commands/show.js';
import { addSite } from './commands/site.js';
import { addValidate } from './commands/validate.js';
import { visible, visibleLines } from '../base/escape/visible.js';
import type { Console } from './console.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { Failure } from './failure.js';
import { tool } from './tool.js';

/** Runs one command line and returns its exit code. Nothing it meets ends in a stack trace unless `--debug` asks for it. */
export async function main(args: readonly string[], given: Console): Promise<ExitCode> {
  const console = withHarmlessWarnings(given);
  let code: ExitCode = exitCodes.clean;
  try {
    refuseVersionOption(args);
    await buildProgram(console, (result) => (code = result)).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, args, console);
  }
}

/** Warnings name files as strangers have named them; no line of them may act on a terminal or in a build log. */
function withHarmlessWarnings(console: Console): Console {
  return { ...console, warn: (text) => console.warn(visibleLines(text)) };
}

/** Every verb with its options. */
export function buildProgram(console: Console, finish: (code: ExitCode) => void): Command {
  const program = new Command('waymark')
    .description('Customer journeys, SLAs, owners and KPIs as versioned YAML: checked in plain words.')
    .version(tool.version, '-V, --version', 'print the version')
    .option('--debug', 'print a stack trace when Waymark itself fails')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(`waymark --help` lists the commands)')
    .addHelpText('after', closingHelp)
    .configureOutput({ writeOut: (text) => console.print(text), writeErr: (text) => console.warn(text) })
    .exitOverride();
  for (const add of [addInit, addValidate, addFmt, addProve, addRender, addDiff, addChangelog, addHistory, addShow, addBump, addReview, addApprove, addCi, addLedger, addSite, addGenerate, addRules, addExplain, addSchema]) {
    add(program, console, finish);
  }
  return program;
}

const closingHelp = `
Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 something cannot be opened, 4 approvals or evidence missing, 5 written files not up to date, 70 a defect of Waymark.
Start with \`waymark init\`, then \`waymark validate\`.`;

function explainFailure(error: unknown, args: readonly string[], console: Console): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  if (error instanceof Failure) {
    console.warn(`waymark: ${visible(error.message)}\n`);
    return error.exitCode;
  }
  const detail = error instanceof Error && args.includes('--debug') ? (error.stack ?? error.message) : String(error);
  if (isRefusal(error)) {
    console.warn(`waymark: \`${visible(error.path)}\` cannot be read or written: ${detail}\n`);
    return exitCodes.unreadable;
  }
  console.warn(`waymark: this is a defect of Waymark ${tool.version}: ${detail}\nPlease report it with the command and, if you can, the file. --debug prints more.\n`);
  return exitCodes.defect;
}

/** What the system refuses to do at a path is no defect, whichever call it was that met it first. */
function isRefusal(error: unknown): error is NodeJS.ErrnoException & { readonly path: string } {
  if (!(error instanceof Error)) return false;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  return [code, syscall, path].every((part) => typeof part === 'string');
}
