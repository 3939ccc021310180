import { Option, type Command } from 'commander';
import { explainKpi } from '../../analysis/kpi/explain-kpi.js';
import { count, didYouMean } from '../../base/words.js';
import { kpiText } from '../../report/kpi-text.js';
import { proofCards } from '../../report/proof/proof-cards.js';
import type { RuleCard } from '../../report/reporter.js';
import type { Rule, RuleExample } from '../../validate/rule.js';
import { rules } from '../../validate/rules/index.js';
import { ruleCard } from '../../validate/rule-card.js';
import { validate } from '../../validate/validate.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openWorkspaces } from '../open-workspaces.js';
import { parseDay, workspaceOption } from '../options.js';
import { publish } from '../publish.js';
import { tool } from '../tool.js';

/** `waymark explain`: a rule with its reasons and examples, a KPI in one sentence, or what a draft still owes. */
export function addExplain(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('explain')
    .summary('explain a rule or a KPI, or what a draft still owes')
    .description('Explains a rule by its code or id, with examples. With the id of a KPI it tells in one sentence what the KPI computes, and from what. With the id of a draft it tells what the draft owes before it can be active.')
    .argument('<name>', 'a code such as GRF-001, an id such as graph/step-reachable, or the id of a KPI or a draft')
    .addOption(workspaceOption())
    .addOption(new Option('--as-of <date>', 'the day that is judged for, for a draft').argParser(parseDay))
    .action((name: string, options: DraftOptions) => finish(explain(console, name, options)));
}

interface DraftOptions {
  readonly workspace?: readonly string[];
  readonly asOf?: string;
}

function explain(console: Console, name: string, options: DraftOptions): ExitCode {
  const rule = rules.find(({ code, id }) => code === name.toUpperCase() || id === name);
  if (rule !== undefined) {
    console.print(explainRule(rule));
    return exitCodes.clean;
  }
  const card = proofCards.find(({ code, id }) => code === name.toUpperCase() || id === name);
  if (card !== undefined) {
    console.print(explainProof(card));
    return exitCodes.clean;
  }
  const told = looksLikeRule(name) ? [] : [explainKpiOf(console, name, options), explainDraft(console, name, options)];
  if (told.includes(true)) return exitCodes.clean;
  const hint = didYouMean(name, rules.flatMap(({ code, id }) => [code, id])) || '`waymark rules` lists the rules. Of what is neither a KPI nor a draft, `waymark validate` tells everything.';
  throw new Failure(exitCodes.usage, `There is no rule, no KPI and no draft \`${name}\`. ${hint}`);
}

function looksLikeRule(name: string): boolean {
  return name.includes('/') || /^[A-Z]{3}-\w+$/.test(name);
}

/** The rule as a person reads it on a terminal. */
function explainRule(rule: Rule): string {
  const { code, id, summary, rationale, severity, preset, from, examples } = rule;
  return [
    `${code}  ${id}`,
    '',
    summary,
    '',
    `Why: ${rationale}`,
    `Weight: ${severity}. On from the profile ${preset}. ${from === 'draft' ? 'A draft is asked already.' : 'Asked once a document is active.'}`,
    '',
    ...examples.invalid.flatMap((example) => ['Not like this:', ...showExample(example), ...(example.message === undefined ? [] : [`  -> ${example.message}`]), '']),
    ...examples.valid.flatMap((example) => ['Like this:', ...showExample(example), '']),
  ].join('\n');
}

/** What `waymark prove` may find, as a person reads it. */
function explainProof({ code, id, summary, rationale, severity }: RuleCard): string {
  return [`${code}  ${id}`, '', summary, '', `Why: ${rationale}`, `Weight: ${severity}. Told by \`waymark prove\`.`, ''].join('\n');
}

function showExample({ title, files }: RuleExample): readonly string[] {
  const bodies = Object.entries(files).flatMap(([path, text]) => [`  # ${path}`, ...text.trimEnd().split('\n').map((line) => `  ${line}`)]);
  return [`  # ${title}`, ...bodies];
}

function explainKpiOf(console: Console, name: string, { workspace: named }: DraftOptions): boolean {
  for (const { workspace } of openWorkspaces(console, named)) {
    const explanation = explainKpi(workspace, name.replace(/^kpi:/, ''));
    if (explanation === undefined) continue;
    console.print(`${kpiText(explanation)}\n`);
    return true;
  }
  return false;
}

function explainDraft(console: Console, name: string, options: DraftOptions): boolean {
  const asOf = options.asOf ?? console.today();
  for (const { root, workspace } of openWorkspaces(console, options.workspace)) {
    const spec = workspace.specs.find(({ id, coordinate, status }) => status === 'draft' && (id === name || coordinate === name));
    if (spec === undefined) continue;
    const debt = validate(workspace, { asOf }).drafts.find((each) => each.spec === spec);
    const diagnostics = debt?.findings() ?? [];
    if (diagnostics.length === 0) {
      console.print(`\`${spec.id}\` is a draft. It owes nothing: it can be active as it is.\n`);
      return true;
    }
    console.print(`\`${spec.id}\` is a draft. Before it can be active it owes ${count(diagnostics.length, 'thing')}:\n\n`);
    const report = { root, title: spec.id, documents: 1, diagnostics, waived: 0, baselined: 0, drafts: [], switchedOff: [] };
    publish(console, { tool, command: 'explain', asOf, workspaces: [report], rules: rules.map(ruleCard) }, { format: [], failOn: 'never', maxProblems: 1000, quiet: true });
    return true;
  }
  return false;
}

