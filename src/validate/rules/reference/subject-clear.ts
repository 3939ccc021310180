import { versionOf } from '../../../analysis/records.js';
import { specName } from '../../../analysis/spec-words.js';
import { readReference } from '../../../analysis/written-reference.js';
import { groupBy } from '../../../base/groups.js';
import { listOf } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import { draftDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Everything that a Record may be about. What it names is an id, because `subject` means documents of all kinds. */
export const subjectClear: Rule = {
  id: 'reference/subject-clear',
  code: 'REF-009',
  summary: 'What a Record is about is one document: no two kinds have the id and the version that it names.',
  rationale: 'An approval that may be meant for either of two documents counts for both, and nobody can say afterwards which of them somebody agreed to.',
  severity: 'warning',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M6.6'],
  examples: {
    valid: [
      { title: 'Two kinds share an id, and only one of them has the version', files: { 'glossary.yaml': shared('0.2.0'), 'decision.yaml': decision('cards@0.2.0') } },
      { title: 'Another id', files: { 'glossary.yaml': shared('0.1.0').replace('id: cards', 'id: card-words'), 'decision.yaml': decision('cards@0.1.0') } },
    ],
    invalid: [
      {
        title: 'Two kinds share the id and the version',
        files: { 'glossary.yaml': shared('0.1.0'), 'decision.yaml': decision('cards@0.1.0') },
        at: 'cards@0.1.0',
        message: 'Record `decision-1` is about `cards@0.1.0`, and glossary `cards` and data catalogue `cards` share that id and that version.',
      },
    ],
  },
  check({ workspace }) {
    const byId = groupBy(workspace.specs, ({ id }) => id);
    return workspace.all('Record').flatMap((record) => record.value.subject.flatMap((text, index) => finding(record, index, mayBe(text, byId))));
  },
};

/** A place inside is in one document only. */
function mayBe(text: string, byId: ReadonlyMap<string, readonly Spec[]>): readonly Spec[] {
  const { id, version } = readReference(text);
  return text.includes('#') ? [] : (byId.get(id) ?? []).filter((spec) => version === undefined || versionOf(spec) === version);
}

function finding(record: Spec<'Record'>, index: number, specs: readonly Spec[]): readonly Finding[] {
  if (specs.length < 2) return [];
  const text = record.value.subject[index]!;
  const { id, version } = readReference(text);
  return [{
    at: { spec: record, path: ['subject', index] },
    message: `Record \`${record.id}\` is about \`${text}\`, and ${listOf(specs.map(specName))} share that id${version === undefined ? '' : ' and that version'}.`,
    hint: `Give one of them another id, with \`${id}\` under its \`aliases\`, and file the next Record then: this one stays as it is.`,
    related: specs.map((spec) => ({ message: 'It may be this one.', at: { spec, path: ['id'] } })),
  }];
}

function shared(version: string): string {
  return `${draftDocument('Glossary', 'cards', 'terms: []\n').replace('version: 0.1.0', `version: ${version}`)}---\n${draftDocument('DataCatalog', 'cards', 'elements: []\n')}`;
}

function decision(subject: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: decision-1
type: decision
date: 2026-11-01
by: [payments#lead]
subject: [${subject}]
outcome: done
`;
}
