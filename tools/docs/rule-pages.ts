import type { InvalidExample, Rule, RuleExample } from '../../src/validate/rule.js';
import type { GeneratedFile } from '../generated-file.js';

/** One page for each rule, and a page that lists them. */
export function rulePages(rules: readonly Rule[]): readonly GeneratedFile[] {
  return [{ path: 'docs/rules/README.md', content: overview(rules) }, ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, content: page(rule) }))];
}

function overview(rules: readonly Rule[]): string {
  const rows = rules.map(({ code, id, severity, preset, from, summary }) => `| [${code}](${code}.md) | ${id} | ${severity} | ${preset} | ${from} | ${summary} |`);
  return `# Rules

Every rule that \`waymark validate\` checks. A profile switches on its own rules and those of the profiles before it:
\`starter\`, then \`standard\`, then \`regulated\`. Rules that are asked from \`active\` leave a draft in peace.

| code | id | weight | profile | asked from | what must be true |
|---|---|---|---|---|---|
${rows.join('\n')}
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
