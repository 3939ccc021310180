import type { Edit, WrittenKind } from '../../src/diff/change-kind.js';
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

${subjects.map(section).join('\n')}`;
}

function section({ id, title, kinds }: KindsOfSubject): string {
  const rows = kinds.map((kind) => `| [${kind.id}](${id}.md#${kind.id}) | ${levelOf(kind)} | ${kind.harms.join(', ') || 'nobody'} | ${kind.approvers.join(', ') || 'nobody'} |`);
  return `## ${title}

| kind | level | harms | who agrees |
|---|---|---|---|
${rows.join('\n')}
`;
}

function levelOf({ level, regulated }: WrittenKind): string {
  return regulated ? `${level}, regulated` : level;
}

function page({ title, kinds }: KindsOfSubject): string {
  return `# ${title}: kinds of changes

${kinds.map(entry).join('\n')}`;
}

function entry(kind: WrittenKind): string {
  const { id, rationale, harms, approvers, example } = kind;
  const edits = example.edits.map((edit) => `\`${edit.file}\`\n\n${fencedDiff([edit])}`);
  const because = example.because === undefined ? '' : `\nIt comes with ${example.because.map((each) => `\`${each}\``).join(' and ')}.\n`;
  return `## ${id}

${rationale}

Level: ${levelOf(kind)}. Harms: ${harms.join(', ') || 'nobody'}. Who agrees: ${approvers.join(', ') || 'nobody'}.

${edits.join('\n\n')}

> ${example.message}
${because}`;
}

/** Lines that go and lines that come. The fence is longer than any run of backticks inside. */
export function fencedDiff(edits: readonly Pick<Edit, 'from' | 'to'>[]): string {
  const lines = (text: string, sign: string): readonly string[] => (text === '' ? [] : text.trimEnd().split('\n').map((line) => `${sign} ${line}`));
  const body = edits.flatMap(({ from, to }) => [...lines(from, '-'), ...lines(to, '+')]).join('\n');
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${body}\n${fence}`;
}
