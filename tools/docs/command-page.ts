import type { Command } from 'commander';
import { buildProgram } from '../../src/cli/main.js';
import type { GeneratedFile } from '../generated-file.js';

/** The help of every command, in the order in which it lists them. */
export function commandPage(): GeneratedFile {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const program = buildProgram({ folder: '', environment: {}, isTerminal: false, canAsk: false, print, warn: print, today: () => '' }, () => {});
  const sections = [...withSubcommands(program)].map((command) => `${headingOf(command)}\n\n\`\`\`\n${helpOf(command, printed)}\`\`\`\n`);
  return { path: 'docs/cli.md', content: sections.join('\n') };
}

function* withSubcommands(command: Command): Iterable<Command> {
  yield command;
  for (const each of command.commands) yield* withSubcommands(each);
}

function headingOf(command: Command): string {
  return command.parent === null ? '# Command line' : `## ${nameOf(command)}`;
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

/** As a terminal of eighty columns shows it, whatever this one has. */
function helpOf(command: Command, printed: string[]): string {
  printed.length = 0;
  command.configureOutput({ getOutHelpWidth: () => 80, getOutHasColors: () => false }).outputHelp();
  return printed.join('');
}
