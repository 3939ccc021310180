import { Option, type Command } from 'commander';
import { explainKpi } from '../../analysis/kpi/explain-kpi.js';
import { count, didYouMean } from '../../base/words.js';
import { kpiText } from '../../report/kpi-text.js';
import { proofCards } from '../../report/proof/proof-cards.js';
import { rules } from '../../validate/rules/index.js';
import { ruleCard } from '../../validate/rule-card.js';
import { validate } from '../../validate/validate.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openWorkspaces } from '../open-workspaces.js';
import { parseDay, workspaceOption } from '../options.js';
import { publish } from '../publish.js';
import { explainGateRule, explainProof, explainRule } from '../rule-text.js';
import { tool } from '../tool.js';

/** `waymark explain`: a rule with its reasons and examples, a kind of change, a KPI in one sentence, or what a draft still owes. */
export function addExplain(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('explain')
    .summary('explain a rule, a kind of change or a KPI, or what a draft still owes')
    .description('Explains a rule by its code or id, with examples, or a kind of change by its name. With the id of a KPI it tells in one sentence what the KPI computes, and from what. With the id of a draft it tells what the draft owes before it can be active.')
    .argument('<name>', 'a code such as GRF-001, an id such as graph/step-reachable, a kind of change such as sla-target-loosened, or the id of a KPI or a draft')
    .addOption(workspaceOption())
    .addOption(new Option('--as-of <date>', 'the day that is judged for, for a draft').argParser(parseDay))
    .action(async (name: string, options: DraftOptions) => finish(await explain(console, name, options)));
}

interface DraftOptions {
  readonly workspace?: readonly string[];
  readonly asOf?: string;
}

interface RuleName {
  readonly code: string;
  readonly id: string;
}

async function explain(console: Console, name: string, options: DraftOptions): Promise<ExitCode> {
  const { gateRules } = await import('../../control/rules/index.js');
  const isMeant = ({ code, id }: RuleName): boolean => code === name.toUpperCase() || id === name;
  const explanations = [rules.filter(isMeant).map(explainRule), gateRules.filter(isMeant).map(explainGateRule), proofCards.filter(isMeant).map(explainProof)].flat();
  if (explanations.length > 0) {
    console.print(explanations[0]!);
    return exitCodes.clean;
  }
  const { explainKind, kindNames } = await import('../kind-text.js');
  const kind = explainKind(name.toLowerCase());
  if (kind !== undefined) {
    console.print(kind);
    return exitCodes.clean;
  }
  const proposal = didYouMean(name, [...[...rules, ...gateRules, ...proofCards].flatMap(({ code, id }) => [code, id]), ...kindNames()]);
  if (isOfWorkspace(console, name, options, proposal !== '')) return exitCodes.clean;
  const hint = proposal || '`waymark rules` lists the rules. Of what is neither a KPI nor a draft, `waymark validate` tells everything.';
  throw new Failure(exitCodes.usage, `There is no rule, no kind of change, no KPI and no draft \`${name}\`. ${hint}`);
}

/** Whoever has misspelt a name needs no workspace to be told. */
function isOfWorkspace(console: Console, name: string, options: DraftOptions, isMisspelt: boolean): boolean {
  if (looksLikeRule(name)) return false;
  try {
    return [explainKpiOf(console, name, options), explainDraft(console, name, options)].includes(true);
  } catch (error) {
    if (error instanceof Failure && isMisspelt) return false;
    throw error;
  }
}

function looksLikeRule(name: string): boolean {
  return name.includes('/') || /^[A-Z]{3}-\w+$/.test(name);
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

