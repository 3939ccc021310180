import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { GeneratedFile } from '../generated-file.js';

const verbs = ['init', 'validate', 'fmt', 'prove', 'diff', 'changelog', 'bump', 'review', 'approve', 'ci', 'ledger', 'ledger seal', 'ledger verify', 'ledger checkpoint', 'ledger export', 'rules', 'explain', 'schema'] as const;

/** The help of every command, as the built command prints it. */
export function commandPage(root: string): GeneratedFile {
  const sections = verbs.map((verb) => `## waymark ${verb}\n\n\`\`\`\n${help(root, verb.split(' '))}\`\`\`\n`);
  return { path: 'docs/cli.md', content: `# Command line\n\n\`\`\`\n${help(root, [])}\`\`\`\n\n${sections.join('\n')}` };
}

function help(root: string, verb: readonly string[]): string {
  return execFileSync(process.execPath, ['--import', 'tsx', resolve(root, 'src/cli/bin.ts'), ...verb, '--help'], { cwd: root, encoding: 'utf8', env: { ...process.env, COLUMNS: '100', NO_COLOR: '1' } });
}
