import { asId } from '../../load/scalar-hints.js';
import type { ProfileName } from '../../schema/kinds/policy.js';
import type { Artifact } from '../write-artifacts.js';
import type { CiHost } from './ci-jobs.js';

/** What a new workspace is made from. */
export interface Answers {
  readonly organisation: string;
  readonly team: string;
  readonly journey: string;
  /** Folder of the workspace, relative to the repository. */
  readonly dir: string;
  readonly profile: ProfileName;
  readonly ci: CiHost;
  readonly today: string;
}

/** The files of a new workspace: it validates clean today and in two years. */
export function starterFiles(answers: Answers, schemas: readonly Artifact[]): readonly Artifact[] {
  const inside = (path: string): string => (answers.dir === '.' ? path : `${answers.dir}/${path}`);
  const journeyId = idFrom(answers.journey);
  return [
    { path: inside('waymark.yaml'), content: workspaceFile(answers) },
    { path: inside('policy.yaml'), content: policyFile(answers) },
    { path: inside('directory.yaml'), content: directoryFile(answers) },
    { path: inside(`${journeyId}.yaml`), content: journeyFile(answers, journeyId) },
    { path: inside(attributesFile), content: `${ledgerAttributes}\n` },
    ...schemas.map(({ path, content }) => ({ path: inside(`.schemas/${path}`), content })),
  ];
}

/** What a file is to git: that of a workspace lies beside its ledger, whose bytes are what is sealed. */
export const attributesFile = '.gitattributes';
export const ledgerAttributes = 'ledger.jsonl -text';

function schemaLine(kind: string): string {
  return `# yaml-language-server: $schema=.schemas/${kind}.schema.json`;
}

function workspaceFile({ organisation }: Answers): string {
  return `${schemaLine('workspace')}
apiVersion: waymark/v1
kind: Workspace
id: ${idFrom(organisation)}
title: ${quote(`Customer journeys of ${organisation}`)}
namespace: ${idFrom(organisation)}
organisation: ${quote(organisation)}
`;
}

function policyFile({ team, profile, today }: Answers): string {
  return `${schemaLine('policy')}
apiVersion: waymark/v1
kind: Policy
id: default
title: How we govern our journeys
version: 1.0.0
status: active
effective: {from: ${today}}
owner: ${idFrom(team)}
profile: ${profile} # starter, standard or regulated: how much the rules ask for
ruleset: 1
${profile === 'starter' ? starterApprovals : ''}`;
}

/** Without this, whoever begins alone could merge nothing: there is nobody yet who could agree. */
const starterApprovals = `# Nobody has to agree to what takes nothing away. Name people with their logins in directory.yaml, and ask for them here.
approvals: {editorial: {}, compatible: {}}
`;

function directoryFile({ team, today }: Answers): string {
  return `${schemaLine('directory')}
# Teams, systems and personas in brief. What needs more room becomes a file of its own.
apiVersion: waymark/v1
kind: Directory
id: directory
title: Who and what serves our customers
version: 1.0.0
status: active
effective: {from: ${today}}
owner: ${idFrom(team)}
teams:
  ${idFrom(team)}: {title: ${quote(team)}, function: service}
personas:
  everybody: {title: Every customer, type: customer, fallback: true}
`;
}

function journeyFile({ journey, team }: Answers, id: string): string {
  return `${schemaLine('journey')}
apiVersion: waymark/v1
kind: Journey
id: ${id}
title: ${quote(journey)}
version: 0.1.0
status: draft # a draft is asked for little; set it to active when it binds
owner: ${idFrom(team)}
stages:
  - id: request
    title: Request
    steps:
      - {id: ask, title: Customer asks for something, lane: customer, channel: web}
      - {id: answer, title: We answer, lane: frontstage, channel: email, end: success}
`;
}

/** An id made of a name: letters and digits, everything else a hyphen. */
function idFrom(name: string): string {
  return asId(name) || 'first';
}

/** JSON's quoting is YAML's double quoting; a plain word stays as it is. */
function quote(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, ' ').slice(0, 100);
  return /^[A-Za-z][A-Za-z0-9 -]*[A-Za-z0-9]$/.test(clean) && !/^(?:true|false|null|yes|no|on|off)$/i.test(clean) ? clean : JSON.stringify(clean);
}
