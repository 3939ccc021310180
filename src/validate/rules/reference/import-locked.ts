import { satisfies } from '../../../base/versions.js';
import { count, listOf } from '../../../base/words.js';
import type { Path } from '../../../base/json.js';
import type { Document } from '../../../load/document.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Import } from '../../../schema/kinds/workspace.js';
import type { WebLink } from '../../../schema/kinds/header.js';
import { describePlace } from '../../../schema/names.js';
import { walkFor } from '../../../schema/walk.js';
import { draftDocument, draftJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const callBack = 'apiVersion: waymark/v1\nkind: Sla\nid: call-back\ntitle: Call back\nversion: 2.1.4\nstatus: active\nowner: claims\n';
const callBackHash = 'd4c623fba6b686c35c72756c8d1884749abcc0e45419ff569ba43446d73e059d';

/** Files that documents name: imports are the copies that were locked, texts of messages and disclosures and pages behind links are there. */
export const importLocked: Rule = {
  id: 'reference/import-locked',
  code: 'REF-003',
  summary: 'Every file that a document names is there, and an imported one is the copy that was locked, in a version that is accepted.',
  rationale: 'What is taken over from others must not change unseen: a promise or a text would be another one and nobody here would have agreed to it.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'files',
  serves: ['S0.P3.1.5'],
  examples: {
    valid: [
      { title: 'The copy has the locked hash and an accepted version', files: imported({}) },
      {
        title: 'A link to a place in a file of the workspace',
        files: { 'cards/journey.yaml': withLink('../notes/cards.md#delays'), 'notes/cards.md': '# Cards\n\n## Delays\n' },
      },
    ],
    invalid: [
      {
        title: 'The file is not there',
        files: imported({ source: 'vendor/callback.yaml' }),
        at: 'vendor/callback.yaml',
        message: 'There is no file `vendor/callback.yaml`, which the import `group` names.',
      },
      {
        title: 'The copy was changed',
        files: { ...imported({}), 'vendor/call-back.yaml': callBack.replace('Call back', 'Call back soon') },
        at: callBackHash,
        message: 'The file `vendor/call-back.yaml` is not the one that was locked for the import `group`.',
      },
      {
        title: 'The copy has a version that is not accepted',
        files: imported({ version: '^3.0.0' }),
        at: '"^3.0.0"',
        message: 'The import `group` accepts `^3.0.0`, and the copy holds `call-back` 2.1.4.',
      },
      {
        title: 'The copy cannot be read',
        files: { ...imported({ hash: '3f3eaafa9159a7516d62ee441cbccdfabf0da0694a3e1cd1cdb2b936d9c2a48d' }), 'vendor/call-back.yaml': callBack.replace('owner: claims\n', '') },
        at: 'vendor/call-back.yaml',
        message: 'The file `vendor/call-back.yaml`, which the import `group` names, cannot be used: 1 problem.',
      },
      {
        title: 'The text of a message is not there',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: confirm, title: We confirm, lane: frontstage, channel: email, message: {textFile: texts/confirm.en.md}, end: success}
`),
        },
        at: 'texts/confirm.en.md',
        message: 'There is no file `texts/confirm.en.md`, which the message of step `confirm` names.',
      },
      {
        title: 'The text of a disclosure is not there',
        files: {
          'journey.yaml': `${draftJourney('lost-card', 'report', `      - {id: confirm, title: We confirm, lane: frontstage, channel: email, disclosures: [appeal], end: success}
`)}disclosures:
  - {id: appeal, textFile: texts/appeal.en.md}
`,
        },
        at: 'texts/appeal.en.md',
        message: 'There is no file `texts/appeal.en.md`, which disclosure `appeal` names.',
      },
      {
        title: 'A link leads to a file that is not there',
        files: { 'cards/journey.yaml': withLink('notes/cards.md#delays'), 'notes/cards.md': '# Cards\n' },
        at: 'notes/cards.md#delays',
        message: 'There is no file `notes/cards.md`, which the link `Notes` of journey `lost-card` names.',
      },
    ],
  },
  *check({ workspace }) {
    const { root } = workspace;
    for (const [index, each] of (root?.value.imports ?? []).entries()) yield* importFindings(workspace, root!, each, index);
    yield* missingTexts(workspace);
    for (const spec of workspace.specs) if (spec.directory === undefined) yield* missingPages(workspace, spec);
  },
};

/** A workspace that takes one SLA over from another repository. */
function imported({ source = 'vendor/call-back.yaml', version = '^2.1.0', hash = callBackHash }: { readonly source?: string; readonly version?: string; readonly hash?: string }): { readonly [path: string]: string } {
  return {
    'waymark.yaml': `apiVersion: waymark/v1
kind: Workspace
id: example
title: Example
imports:
  - {name: group, source: ${source}, version: "${version}", integrity: ${hash}}
`,
    'vendor/call-back.yaml': callBack,
  };
}

function withLink(url: string): string {
  return draftDocument('Journey', 'lost-card', `links: [{title: Notes, url: ${url}}]
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`);
}

function* importFindings(workspace: Workspace, root: Spec<'Workspace'>, { name, source, version, integrity }: Import, index: number): Iterable<Finding> {
  const at = (field: keyof Import): Finding['at'] => ({ spec: root, path: ['imports', index, field] });
  const hash = workspace.hashOf(source);
  const documents = workspace.imported(name);
  const problems = documents.flatMap((document) => document.problems);
  if (hash === undefined) yield { at: at('source'), message: `There is no file \`${source}\`, which the import \`${name}\` names.`, hint: 'Copy the file of the other repository to that place, or correct the path.' };
  else if (hash !== integrity) yield { at: at('integrity'), message: `The file \`${source}\` is not the one that was locked for the import \`${name}\`.`, hint: `If the change is meant, read what is new in it and write \`integrity: ${hash}\`. If not, restore the file.` };
  else if (problems.length > 0 || documents.length === 0) yield { at: at('source'), message: `The file \`${source}\`, which the import \`${name}\` names, cannot be used: ${documents.length === 0 ? 'it holds no document' : count(problems.length, 'problem')}.`, hint: `${problems[0]?.message ?? 'It has to begin with `apiVersion: waymark/v1`.'} Have it repaired where it comes from, and copy it again.` };
  else yield* versionFindings(documents, { name, version }, at('version'));
}

function* versionFindings(documents: readonly Document[], { name, version }: Pick<Import, 'name' | 'version'>, at: Finding['at']): Iterable<Finding> {
  const outside = documents.filter(({ value }) => typeof value['version'] === 'string' && !satisfies(value['version'], version));
  if (outside.length === 0) return;
  const held = listOf(outside.map(({ value }) => `\`${String(value['id'])}\` ${String(value['version'])}`));
  yield { at, message: `The import \`${name}\` accepts \`${version}\`, and the copy holds ${held}.`, hint: 'Copy a version that is accepted, or accept the new one after reading what has changed in it.' };
}

/** A file with words for customers, and what names it, in words. */
interface NamedWords {
  readonly file: string;
  readonly path: Path;
  readonly holder: string;
}

function* missingTexts(workspace: Workspace): Iterable<Finding> {
  for (const journey of workspace.journeys) {
    for (const { file, path, holder } of wordsOf(journey)) {
      if (workspace.hashOf(file) !== undefined) continue;
      const at = { spec: journey.spec, path };
      if (workspace.texts.isTooLarge(file)) yield { at, message: `The file \`${file}\`, which ${holder} names, is larger than 1 MiB and is not read.`, hint: 'Put the words that the customer is told into a smaller file, and name that.' };
      else yield { at, message: `There is no file \`${file}\`, which ${holder} names.`, hint: 'Add the file with the text, or correct the path; it begins at the folder of waymark.yaml. Links are not followed.' };
    }
  }
}

function wordsOf({ spec, steps }: JourneyModel): readonly NamedWords[] {
  const messages = steps.map(({ id, path, value }) => ({ file: value.message?.textFile, path: [...path, 'message', 'textFile'], holder: `the message of step \`${id}\`` }));
  const disclosures = (spec.value.disclosures ?? []).flatMap(({ id, textFile, translations = [] }, index) => {
    const path = ['disclosures', index];
    const translated = translations.map((each, at) => ({ file: each.textFile, path: [...path, 'translations', at, 'textFile'], holder: `the translation of disclosure \`${id}\`` }));
    return [{ file: textFile, path: [...path, 'textFile'], holder: `disclosure \`${id}\`` }, ...translated];
  });
  return [...messages, ...disclosures].flatMap(({ file, ...rest }) => (file === undefined ? [] : [{ file, ...rest }]));
}

const linksOf = walkFor((type) => type.type === 'object' && type.shape === 'WebLink');

/** A link without a scheme is the path of a file, from the folder of the file that it is written in. */
function missingPages(workspace: Workspace, spec: Spec): readonly Finding[] {
  const found: Finding[] = [];
  linksOf(spec.kind, spec.value, (_, value, keys) => {
    const { title, url } = value as unknown as WebLink;
    const [file] = url.split('#');
    const { document } = spec.origin([...keys, 'url']);
    if (isAddress(url) || !workspace.isMissing(document, file!)) return;
    const holder = describePlace(spec.kind, spec.value, keys);
    found.push({ at: { spec, path: [...keys, 'url'] }, message: `There is no file \`${file!}\`, which the link \`${title}\` of ${holder} names.`, hint: 'Add the file, or correct the path; it begins at the folder of this file. The address of a page on the web begins with `https://`.' });
  });
  return found;
}

function isAddress(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/.test(url);
}
