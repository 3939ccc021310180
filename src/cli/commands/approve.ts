import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption } from '../options.js';

/** How `waymark approve` is asked for. */
export interface ApproveOptions {
  readonly as: string;
  readonly role: readonly string[];
  readonly record?: string;
  readonly host?: string;
  readonly asOf?: string;
}

/** `waymark approve`: puts on record what somebody agrees to. */
export function addApprove(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('approve')
    .summary('put on record what somebody agrees to')
    .description('Writes what a person agrees to into the new Record about the change, or into a new one: an approval for each role in which the branch asks for that person, with the digest of the whole set of changes. A Record states who agreed. Where the Policy says `source: host`, it counts once the code host says the same. The exit code is 4 where that person may not agree or is not asked.')
    .argument('[base]', 'the branch that it is to be merged into, else the governed one, which `waymark.yaml` names on `main`, or `main`')
    .argument('[head]', 'the later version, where the code host is asked; it has to say the same as the files here')
    .requiredOption('--as <login>', 'who agrees: a login that a team of the branch names under `handles`')
    .option('--role <team#role>', 'agree in this role only; may be repeated', (role: string, earlier: readonly string[]) => [...earlier, role], [])
    .addOption(new Option('--record <id>', 'the Record to write into, new on this branch; else the one that names the document in its new version, or a new one').argParser(parseId))
    .option('--host <file>', 'what the code host knows of the pull request, as JSON, from outside of the repository: who wrote it, and when it was agreed to')
    .addOption(dayOption('the day that is written instead of today'))
    .action(async (base: string | undefined, head: string | undefined, options: ApproveOptions) => finish((await import('../compare/run-approve.js')).runApprove(console, base, head, options)));
}

/** It becomes the name of a file. */
function parseId(text: string): string {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text)) throw new InvalidArgumentError('Write the id of a Record such as change-2026-044: small letters, digits and dashes.');
  return text;
}
