import { Option, type Command } from 'commander';
import type { GateRule } from '../../control/gate-rule.js';
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
    .description('Lists every rule with its code, its weight and the lowest profile in which it is on. `review` stands beside those that `waymark review` asks of a change.')
    .addOption(new Option('-f, --format <name>', 'how it is printed; `waymark schema rules` describes json').choices(['text', 'json']).default('text'))
    .action(async ({ format }: RulesOptions) => {
      const { gateRulesByCode } = await import('../../control/rules/index.js');
      console.print(format === 'json' ? asJson(gateRulesByCode) : table([...rules, ...gateRulesByCode.map((rule) => ({ ...rule, preset: 'review' }))]));
      finish(exitCodes.clean);
    });
}

/** `schemas/output/rules.schema.json` describes it. */
function asJson(gateRules: readonly GateRule[]): string {
  return `${JSON.stringify({ format: 'waymark-rules/1', rules: [...rules.map(describeRule), ...gateRules.map(describeGateRule)] }, null, 2)}\n`;
}

/** A rule as data, without its check. */
function describeRule({ code, id, summary, rationale, severity, preset, from, ruleset, needs, serves, silencedBy }: Rule): object {
  return { code, id, when: 'validate', summary, rationale, severity, preset, from, ruleset, needs, serves, silencedBy: silencedBy ?? [] };
}

function describeGateRule({ code, id, summary, rationale, severity, remedy, serves }: GateRule): object {
  return { code, id, when: 'review', summary, rationale, severity, remedy, serves };
}

/** What one line of the list says. */
type Line = Pick<Rule, 'code' | 'id' | 'severity' | 'summary'> & { readonly preset: string };

function table(list: readonly Line[]): string {
  const width = (pick: (rule: Line) => string): number => Math.max(...list.map((rule) => pick(rule).length));
  const [ids, severities, presets] = [width(({ id }) => id), width(({ severity }) => severity), width(({ preset }) => preset)];
  const lines = list.map(({ code, id, severity, preset, summary }) => `${code}  ${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${preset.padEnd(presets)}  ${summary}`);
  return `${lines.join('\n')}\n`;
}
