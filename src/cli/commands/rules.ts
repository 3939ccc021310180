import type { Command } from 'commander';
import type { Rule } from '../../validate/rule.js';
import { rules } from '../../validate/rules/index.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';

interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** `waymark rules`: every rule, one line each. */
export function addRules(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('rules')
    .summary('list every rule')
    .description('Lists every rule with its code, its weight and the lowest profile in which it is on.')
    .option('-f, --format <name>', 'text or json', 'text')
    .action(({ format }: RulesOptions) => {
      console.print(format === 'json' ? `${JSON.stringify({ format: 'waymark-rules/1', rules: rules.map(describeRule) }, null, 2)}\n` : table(rules));
      finish(exitCodes.clean);
    });
}

/** A rule as data, without its check. */
function describeRule({ code, id, summary, rationale, severity, preset, from, ruleset, needs, serves, silencedBy }: Rule): object {
  return { code, id, summary, rationale, severity, preset, from, ruleset, needs, serves, silencedBy: silencedBy ?? [] };
}

function table(list: readonly Rule[]): string {
  const width = (pick: (rule: Rule) => string): number => Math.max(...list.map((rule) => pick(rule).length));
  const [ids, severities, presets] = [width(({ id }) => id), width(({ severity }) => severity), width(({ preset }) => preset)];
  const lines = list.map(({ code, id, severity, preset, summary }) => `${code}  ${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${preset.padEnd(presets)}  ${summary}`);
  return `${lines.join('\n')}\n`;
}
