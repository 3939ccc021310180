import { listOf, quoted } from '../../../base/words.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const glossary = (words: string): string => activeDocument('Glossary', 'words', `terms:
  - {id: claim, preferred: claim${words}}
`);

const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: example\ntitle: Example\nlanguages: [en, de, fr]\n';

/** A term that has no word in a language in which customers are addressed. */
export const termsTranslated: Rule = {
  id: 'structure/terms-translated',
  code: 'STR-007',
  summary: 'Every term has a word in each language in which customers are addressed.',
  rationale: 'Where no word is agreed, each translator chooses one, and the same customer reads several.',
  severity: 'warning',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.4'],
  examples: {
    valid: [
      { title: 'A word in each language besides the first', files: { 'waymark.yaml': workspace, 'words.yaml': glossary(', perLanguage: {de: Schaden, fr: sinistre}') } },
      { title: 'Customers are addressed in one language', files: { 'words.yaml': glossary('') } },
    ],
    invalid: [
      {
        title: 'No word in French',
        files: { 'waymark.yaml': workspace, 'words.yaml': glossary(', perLanguage: {de: Schaden}') },
        at: 'claim',
        message: 'Term `claim` has no word in `fr`.',
      },
    ],
  },
  *check({ workspace: { root, registers } }) {
    const [, ...others] = root?.value.languages ?? [];
    if (others.length === 0) return;
    for (const { id, value, spec, path } of registers.terms) {
      const missing = others.filter((language) => !Object.hasOwn(value.perLanguage ?? {}, language));
      if (missing.length === 0) continue;
      yield {
        at: spec.kind === 'Directory' ? { spec, path, part: 'key' } : { spec, path: [...path, 'id'] },
        message: `Term \`${id}\` has no word in ${listOf(quoted(missing), 'or')}.`,
        hint: `Add it under \`perLanguage\`, for example \`perLanguage: {${missing[0]}: ...}\`. The first of the workspace's \`languages\` is the one that the terms themselves are written in.`,
      };
    }
  },
};
