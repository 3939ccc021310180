import type { ChangeExample, Edit, WrittenKind } from '../../src/diff/change-kind.js';
import { orNobody, slowerWords, weightOf } from '../../src/diff/kind-words.js';
import type { KindsOfSubject } from '../../src/diff/kinds/index.js';
import type { GeneratedFile } from '../generated-file.js';

/** One page for the kinds of changes of each subject, and a page that lists them. */
export function changePages(subjects: readonly KindsOfSubject[]): readonly GeneratedFile[] {
  return [{ path: 'docs/changes/README.md', content: overview(subjects) }, ...subjects.map((subject) => ({ path: `docs/changes/${subject.id}.md`, content: page(subject) }))];
}

function overview(subjects: readonly KindsOfSubject[]): string {
  return `# Kinds of changes

What a difference between two versions means: whom it may harm, and who has to agree. These kinds are written by hand. Every other field
has kinds as well, named by what holds the field, the field and what is done, such as \`step-channel-removed\`; their level follows from the
field's type. \`breaking\` may harm those who rely on it, \`compatible\` takes nothing away, \`editorial\` disturbs nobody. What is regulated
is marked beside the level.

Who agrees to a kind is told for where nobody else has said so. Once the Policy of the branch lists anybody for a level, such as under \`approvals.breaking\`,
those are asked about every change of that level and the approvers of its kind are not. Under \`approvals.kinds\` it adds approvers to some kinds, and under
\`approvals.regulated\` to what is regulated: see [who is asked](../governing.md#who-is-asked).

${subjects.map(section).join('\n')}`;
}

function section({ id, title, kinds }: KindsOfSubject): string {
  const rows = kinds.map((kind) => `| [${kind.id}](${id}.md#${kind.id}) | ${levelOf(kind)} | ${orNobody(kind.harms)} | ${orNobody(kind.approvers)} |`);
  return `## ${title}

| kind | level | harms | who agrees, unless the Policy says |
|---|---|---|---|
${rows.join('\n')}
`;
}

function levelOf({ level, regulated, whereSlower }: WrittenKind): string {
  return `${level}${regulated ? ', regulated' : ''}${whereSlower === undefined ? '' : `; ${whereSlower.level} where customers wait longer`}`;
}

function page({ title, kinds }: KindsOfSubject): string {
  return `# ${title}: kinds of changes

${kinds.map(entry).join('\n')}`;
}

function entry(kind: WrittenKind): string {
  const { id, rationale, example, whereSlower } = kind;
  const slower = whereSlower === undefined ? '' : `\n${slowerWords(whereSlower)}\n\n${exampleText(whereSlower.example)}`;
  return `## ${id}

${rationale}

${weightOf(kind)}

${exampleText(example)}${slower}`;
}

function exampleText({ edits, message, because }: ChangeExample): string {
  const shown = edits.map((edit) => `\`${edit.file}\`\n\n${fencedDiff([edit])}`);
  return `${shown.join('\n\n')}

> ${message}
${because === undefined ? '' : `\nIt comes with ${[...new Set(because)].map((each) => `\`${each}\``).join(' and ')}.\n`}`;
}

/** Lines that go and lines that come. The fence is longer than any run of backticks inside. */
export function fencedDiff(edits: readonly Pick<Edit, 'from' | 'to'>[]): string {
  const lines = (text: string, sign: string): readonly string[] => (text === '' ? [] : text.trimEnd().split('\n').map((line) => `${sign} ${line}`));
  const body = edits.flatMap(({ from, to }) => [...lines(from, '-'), ...lines(to, '+')]).join('\n');
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${body}\n${fence}`;
}
