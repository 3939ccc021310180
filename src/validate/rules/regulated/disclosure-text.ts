import type { Path } from '../../../base/json.js';
import { remembering } from '../../../base/remembering.js';
import { listOf } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Disclosure } from '../../../schema/kinds/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const right = 'ca685d8ee10b0406140f790526f7a5bf15d85292b8a331d276f19855dd0933f5';
const wrong = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const journey = (disclosure: string): string => activeJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, disclosures: [appeal], end: success}
disclosures:
  - ${disclosure}
`);

const change = `apiVersion: waymark/v1
kind: Record
id: change-4
type: change
date: 2026-08-01
by: [claims#lead]
subject: [lost-card@1.0.0]
`;

const text = { 'texts/appeal.en.md': 'You may appeal.\n' };

/** A text that is not the one that was approved, is missing in a language, or was approved by nobody. */
export const disclosureText: Rule = {
  id: 'regulated/disclosure-text',
  code: 'REG-001',
  summary: 'Every text that customers must see is exactly the one that was approved, in every language in which they are addressed.',
  rationale: 'A changed word can turn a lawful notice into an unlawful one, and a notice in a foreign language was never given.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'files',
  serves: ['S2.M5.6'],
  examples: {
    valid: [
      {
        title: 'The approved text',
        files: { ...text, 'record.yaml': change, 'journey.yaml': journey(`{id: appeal, regime: gdpr, textFile: texts/appeal.en.md, sha256: ${right}, record: change-4}`) },
      },
    ],
    invalid: [
      {
        title: 'The text was changed after its approval',
        files: { ...text, 'journey.yaml': journey(`{id: appeal, textFile: texts/appeal.en.md, sha256: ${wrong}}`) },
        at: wrong,
        message: 'The text of `appeal` in `texts/appeal.en.md` is not the one that was approved.',
      },
      {
        title: 'A language is missing',
        files: { ...text, 'journey.yaml': journey(`{id: appeal, textFile: texts/appeal.en.md, sha256: ${right}, language: de}`) },
        at: 'appeal',
        message: 'The text `appeal` is missing in `en`, in which customers are addressed.',
      },
      {
        title: 'A regime demands the text, and nobody approved it',
        files: { ...text, 'journey.yaml': journey(`{id: appeal, regime: gdpr, textFile: texts/appeal.en.md, sha256: ${right}}`) },
        at: 'appeal',
        message: 'No Record says who approved the text `appeal`, which `gdpr` demands.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const hashOf = remembering(workspace.hashOf); // journeys share their texts
    const languages = workspace.root?.value.languages ?? [];
    return function* ({ spec }) {
      for (const [index, disclosure] of (spec.value.disclosures ?? []).entries()) {
        const path = ['disclosures', index];
        yield* wrongText(hashOf, spec, disclosure.id, disclosure, path);
        for (const [position, translation] of (disclosure.translations ?? []).entries()) yield* wrongText(hashOf, spec, disclosure.id, translation, [...path, 'translations', position]);
        yield* missingLanguages(spec, disclosure, path, languages);
        yield* unapproved(spec, disclosure, path);
      }
    };
  },
};

function* wrongText(hashOf: Workspace['hashOf'], spec: Spec, id: string, { textFile, sha256 }: Pick<Disclosure, 'textFile' | 'sha256'>, path: Path): Iterable<Finding> {
  if (textFile === undefined) return;
  const actual = hashOf(textFile);
  if (actual !== undefined && sha256 !== undefined && actual !== sha256) {
    yield { at: { spec, path: [...path, 'sha256'] }, message: `The text of \`${id}\` in \`${textFile}\` is not the one that was approved.`, hint: `Put the approved text back. If the new one has been approved, write \`sha256: ${actual}\` and name the Record of the approval.` };
  }
}

/** A text in `de` is also for `de-AT`. Without a language it is in the first of the workspace. */
function* missingLanguages(spec: Spec, { id, language, translations = [] }: Disclosure, path: Path, languages: readonly string[]): Iterable<Finding> {
  const written = [language ?? languages[0], ...translations.map((each) => each.language)];
  const missing = languages.filter((each) => !written.some((own) => own !== undefined && (each === own || each.startsWith(`${own}-`))));
  if (missing.length === 0) return;
  yield {
    at: { spec, path: [...path, 'id'] },
    message: `The text \`${id}\` is missing in ${listOf(missing.map((each) => `\`${each}\``))}, in which customers are addressed.`,
    hint: `Add the approved text under \`translations\`, for example \`{language: ${missing[0]}, textFile: texts/${id}.${missing[0]}.md, sha256: ...}\`. What \`sha256\` has to be is printed by \`sha256sum\`.`,
  };
}

function* unapproved(spec: Spec, { id, regime, record }: Disclosure, path: Path): Iterable<Finding> {
  if (regime === undefined || record !== undefined) return;
  yield { at: { spec, path: [...path, 'id'] }, message: `No Record says who approved the text \`${id}\`, which \`${regime}\` demands.`, hint: 'Add `record:` with the id of the Record of `type: change` in which it was approved.' };
}
