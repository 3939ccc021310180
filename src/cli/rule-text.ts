import { groupBy } from '../base/groups.js';
import type { GateExample, GateRule } from '../control/gate-rule.js';
import type { Edit } from '../diff/change-kind.js';
import type { RuleCard } from '../report/reporter.js';
import type { Rule, RuleExample } from '../validate/rule.js';

/** The rule as a person reads it on a terminal. */
export function explainRule(rule: Rule): string {
  const { severity, preset, from, examples } = rule;
  return [
    ...headOf(rule),
    `Weight: ${severity}. On from the profile ${preset}. ${from === 'draft' ? 'A draft is asked already.' : 'Asked once a document is active.'}`,
    '',
    ...examples.invalid.flatMap((example) => ['Not like this:', ...showExample(example), `  -> ${example.message}`, '']),
    ...examples.valid.flatMap((example) => ['Like this:', ...showExample(example), '']),
  ].join('\n');
}

/** A rule that changes have to meet, as a person reads it on a terminal. */
export function explainGateRule(rule: GateRule): string {
  const { severity, examples } = rule;
  return [
    ...headOf(rule),
    `Weight: ${severity}. Asked by \`waymark review\`, of a change that is to be merged.`,
    '',
    ...examples.invalid.flatMap((example) => ['Not like this:', ...showChange(example), `  -> ${example.message}`, '']),
    ...examples.valid.flatMap((example) => ['Like this:', ...showChange(example), '']),
  ].join('\n');
}

/** What `waymark prove` may find, as a person reads it. */
export function explainProof(card: RuleCard): string {
  return [...headOf(card), `Weight: ${card.severity}. Told by \`waymark prove\`.`, ''].join('\n');
}

function headOf({ code, id, summary, rationale }: Pick<RuleCard, 'code' | 'id' | 'summary' | 'rationale'>): readonly string[] {
  return [`${code}  ${id}`, '', summary, '', `Why: ${rationale}`];
}

function showExample({ title, files }: RuleExample): readonly string[] {
  return [`  # ${title}`, ...Object.entries(files).flatMap(showFile)];
}

/** What stands there, then the lines that go and those that come. */
function showChange({ title, before, edits, meanwhile = [], released = [], host }: GateExample): readonly string[] {
  return [
    `  # ${title}`,
    ...(before === 'nothing' ? [] : Object.entries(before).flatMap(showFile)),
    ...showEdits(released, () => 'in the last release, otherwise than on the branch'),
    ...showEdits(meanwhile, () => 'on the branch since'),
    ...showEdits(edits, (list) => (list[0]!.from === '' ? 'new' : 'changed')),
    ...(host === undefined ? [] : [`  # ${wordOfHost(host)}`]),
  ];
}

/** The lines that go and those that come, file by file. */
export function showEdits(edits: readonly Edit[], word: (edits: readonly Edit[]) => string): readonly string[] {
  return [...groupBy(edits, ({ file }) => file)].flatMap(([file, list]) => [`  # ${file}, ${word(list)}`, ...list.flatMap(({ from, to }) => [...lines('  - ', from), ...lines('  + ', to)])]);
}

function wordOfHost({ author, approvedBy }: NonNullable<GateExample['host']>): string {
  return `written by ${author}; ${approvedBy.length === 0 ? 'nobody has agreed' : `agreed to by ${approvedBy.join(' and ')}`}`;
}

function showFile([path, text]: readonly [path: string, text: string]): readonly string[] {
  return [`  # ${path}`, ...lines('  ', text)];
}

function lines(sign: string, text: string): readonly string[] {
  return text === '' ? [] : text.trimEnd().split('\n').map((line) => `${sign}${line}`);
}
