import type { Approver } from '../../../analysis/approvers.js';
import { askedAlways } from '../../../analysis/asked-always.js';
import { defineGenerator, type GeneratorInput } from '../../target.js';
import { codeownersText, type OwnersSection } from '../../text/codeowners.js';
import { askedFiles, type AskedFile } from './asked-files.js';
import { lossesOf } from './losses.js';
import { namesOf, type NamedBy } from './names.js';
import { oneSection, sectionsOfEach, withOthers } from './sections.js';

interface Options {
  readonly [name: string]: string | boolean;
  readonly forge: 'github' | 'gitlab';
  readonly names: NamedBy;
  readonly path: string;
  readonly others: boolean;
}

const owned = ['Calendar', 'DataCatalog', 'Directory', 'Glossary', 'Journey', 'Kpi', 'Persona', 'Policy', 'Sla', 'System', 'Team'] as const;

/** No pattern of a code host climbs, so a line with `..` in it would fit no file, and nobody would be asked. */
const folderName = { expression: '(?:\\.?/)*(?:(?!\\.{1,2}(?:/|$))[^/]+(?:/(?!\\.{1,2}(?:/|$))[^/]+)*)?/?|\\.', words: 'a folder of the repository, such as `our/journeys`, without `..`' };

/** Who is asked about which file, for the code host. */
export const codeowners = defineGenerator<Options>({
  id: 'codeowners',
  summary: 'CODEOWNERS, so that the code host asks for review whom Waymark asks',
  description: `\`CODEOWNERS\` has a line for each file of the workspace with documents, and for each file with words for customers that a document names. On it stand
those whom \`waymark review\` asks about every change of the file that is more than words: as the Policy has it, usually the owner of the document.

\`\`\`yaml
targets:
  - {id: codeowners, out: ../.github}
\`\`\`

\`\`\`
/journeys/data-catalog.yaml @example/data @example/compliance
/journeys/motor-claim.yaml @example/claims-cx
\`\`\`

A code host sees files and not changes, so it asks less exactly than Waymark does: keep \`waymark review\` as a required check beside it.

- Whom the Policy asks only about some changes, such as those that break or are regulated, is not on the line: the losses name them.
- On GitHub one of those on a line is enough. On GitLab each section has to be content, so each who has to agree gets one.
- A file with several documents is asked of the owners of all of them. Where these are not the same, GitHub lets one of them agree to what is another's, which the losses
  tell; GitLab asks each.
- Whoever is to be asked and has no name on the code host, because the team has no \`codeHandles\` and its people have no \`handles\`, is told as lost.
- A code host reads the file as it is on the branch that a change is meant for. Who becomes the owner of a document is asked by Waymark at once, and by
  the code host from the next change on, once this file is written again. In the same way a new file is nobody's at first; \`others\` gives it to the owner
  of the Policy.
- For signs in file names that the forges read differently, such as spaces, \`#\` and brackets, stands \`?\`, which is any one sign.
- A repository has one such file. Where there is more in it, or several workspaces, write each part into a folder of its own and put them together in CI.

The tests hold the lines against what Waymark asks for the example workspaces, by the rules of matching that the code hosts publish. No code host was asked.`,
  limits: 'A code host asks by file: who that is follows from the owners of documents, the Policy and the teams.',
  withDrafts: true,
  options: {
    forge: { description: 'The code host: `gitlab` gets a section for each who has to agree; on `github` one of all on a line is enough.', default: 'github', words: ['github', 'gitlab'] },
    names: { description: 'Whom lines name: `teams` by their `codeHandles` where they have some, else the people; `people` always those who fill the role that is asked, and who stands in.', default: 'teams', words: ['teams', 'people'] },
    path: { description: 'Folder of the workspace, from the top of the repository. Where nothing is said it is the folder in which `waymark generate` finds it; `.` is the top.', default: '', pattern: folderName },
    others: { description: 'True to have all other files of the workspace, new ones among them, asked of the owner of the Policy.', default: false },
  },
  carries: [
    ...owned.map((kind) => `${kind}.owner`), 'Workspace.policy',
    'Journey.stages.steps.message.textFile', 'Journey.disclosures.textFile', 'Journey.disclosures.translations.textFile',
    'Team.roles.id', 'Team.roles.person', 'Team.roles.delegate', 'Team.people.id', 'Team.people.handles', 'Team.codeHandles', 'Team.escalatesTo', 'Team.parent',
    'Policy.roles.*', 'Policy.approvals.compatible.all', 'Policy.approvals.compatible.from', 'Policy.approvals.compatible.any', 'Policy.approvals.breaking.all', 'Policy.approvals.breaking.from', 'Policy.approvals.breaking.any', 'Policy.approvals.kinds.path', 'Policy.approvals.kinds.add',
  ],
  generate(input) {
    const files = askedFiles(input.workspace);
    const sources = [...new Set([...files.flatMap(({ specs }) => specs), ...input.all('Team'), ...input.all('Policy')])];
    const content = codeownersText(input.provenance(sources).lines, sectionsFor(input, files));
    return { files: [{ path: 'CODEOWNERS', sources, content }], losses: lossesOf(input.workspace, files, input.options) };
  },
});

function sectionsFor({ workspace, options, folder: found }: GeneratorInput<Options>, files: readonly AskedFile[]): readonly OwnersSection[] {
  const folder = (options.path === '' ? found : options.path).replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '');
  const names = (approver: Approver): readonly string[] => namesOf(workspace, approver, options.names);
  const pathOf = ({ path }: AskedFile): string => (folder === '' ? path : `${folder}/${path}`);
  const sections = options.forge === 'gitlab' ? sectionsOfEach(files, pathOf, names) : [oneSection(files, pathOf, names)];
  const policy = workspace.policy.spec;
  if (!options.others || policy === undefined) return sections;
  return withOthers(sections, { path: folder, owners: [...new Set(askedAlways(workspace, policy).flatMap(({ approvers }) => approvers).flatMap(names))].toSorted() });
}
