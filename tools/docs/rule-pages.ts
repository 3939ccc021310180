import { groupBy } from '../../src/base/groups.js';
import type { GateExample, GateRule, InvalidGateExample } from '../../src/control/gate-rule.js';
import type { Edit } from '../../src/diff/change-kind.js';
import type { InvalidExample, Rule, RuleExample } from '../../src/validate/rule.js';
import type { GeneratedFile } from '../generated-file.js';
import { fencedDiff } from './change-pages.js';

/** One page for each rule, and a page that lists them. */
export function rulePages(rules: readonly Rule[], gateRules: readonly GateRule[]): readonly GeneratedFile[] {
  const pages = [...rules.map((rule) => ({ code: rule.code, content: page(rule) })), ...gateRules.map((rule) => ({ code: rule.code, content: gatePage(rule) }))];
  return [{ path: 'docs/rules/README.md', content: overview(rules, gateRules) }, ...pages.map(({ code, content }) => ({ path: `docs/rules/${code}.md`, content }))];
}

function overview(rules: readonly Rule[], gateRules: readonly GateRule[]): string {
  const gateRows = gateRules.map(({ code, id, severity, summary }) => `| [${code}](${code}.md) | ${id} | ${severity} | ${summary} |`);
  const rows = rules.map(({ code, id, severity, preset, from, summary }) => `| [${code}](${code}.md) | ${id} | ${severity} | ${preset} | ${from} | ${summary} |`);
  return `# Rules

Every rule that \`waymark validate\` checks. A profile switches on its own rules and those of the profiles before it:
\`starter\`, then \`standard\`, then \`regulated\`. Rules that are asked from \`active\` leave a draft in peace.

| code | id | weight | profile | asked from | what must be true |
|---|---|---|---|---|---|
${rows.join('\n')}

## Asked of a change

What \`waymark review\` checks before a change is merged, judged by the Policy and the teams of the branch. No profile switches these off.

| code | id | weight | what must be true |
|---|---|---|---|
${gateRows.join('\n')}
`;
}

function page({ code, id, summary, rationale, severity, preset, from, needs, serves, silencedBy, examples }: Rule): string {
  const silenced = [...new Set((silencedBy ?? []).map(({ code }) => `[${code}](${code}.md)`))];
  return `# ${code} ${id}

${summary}

**Why.** ${rationale}

| weight | profile | asked from | needs | serves |
|---|---|---|---|---|
| ${severity} | ${preset} | ${from} | ${needs} | ${serves.join(', ')} |
${silenced.length === 0 ? '' : `\nNot told where ${silenced.join(' or ')} already explains it.\n`}
${examples.invalid.map((example) => showExample('Not like this', example)).join('\n')}
${examples.valid.map((example) => showExample('Like this', example)).join('\n')}`;
}

function gatePage({ code, id, summary, rationale, severity, serves, examples }: GateRule): string {
  return `# ${code} ${id}

${summary}

**Why.** ${rationale}

| weight | asked | serves |
|---|---|---|
| ${severity} | by \`waymark review\`, of a change | ${serves.join(', ')} |

${examples.invalid.map((example) => showChange('Not like this', example)).join('\n')}
${examples.valid.map((example) => showChange('Like this', example)).join('\n')}`;
}

/** What stands on the branch, what is done to it, and who has agreed. */
function showChange(heading: string, { title, before, edits, meanwhile = [], released = [], host, message }: GateExample & Partial<InvalidGateExample>): string {
  const there = before === 'nothing' ? ['There is no workspace yet.'] : Object.entries(before).map(([path, text]) => `\`${path}\`\n\n${fenced(text)}`);
  const since = byFile(meanwhile).map(([file, list]) => `\`${file}\` on the branch, since:\n\n${fencedDiff(list)}`);
  const then = byFile(released).map(([file, list]) => `\`${file}\` in the last release, otherwise than on the branch:\n\n${fencedDiff(list)}`);
  const done = byFile(edits).map(([file, list]) => `\`${file}\` is ${list[0]!.from === '' ? 'new' : 'changed'}:\n\n${fencedDiff(list)}`);
  const said = host === undefined ? [] : [`Written by \`${host.author}\`; ${host.approvedBy.length === 0 ? 'nobody has agreed' : `agreed to by ${host.approvedBy.map((login) => `\`${login}\``).join(' and ')}`}.`];
  const found = message === undefined ? [] : [`> ${message}`];
  return `${[`## ${heading}: ${title}`, ...there, ...then, ...since, ...done, ...said, ...found].join('\n\n')}\n`;
}

function byFile(edits: readonly Edit[]): readonly (readonly [file: string, edits: readonly Edit[]])[] {
  return [...groupBy(edits, ({ file }) => file)];
}

function showExample(heading: string, { title, files, message, asOf }: RuleExample & Partial<InvalidExample>): string {
  const bodies = Object.entries(files).map(([path, text]) => `\`${path}\`\n\n${fenced(text)}`);
  const found = message === undefined ? '' : `\n> ${message}\n`;
  return `## ${heading}: ${title}
${asOf === undefined ? '' : `\nOn ${asOf}.\n`}
${bodies.join('\n\n')}
${found}`;
}

/** The fence is longer than any run of backticks inside. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text.trimEnd()}\n${fence}`;
}
