import { bindingTerms, plain, type BindingTerm } from '../../../analysis/wording.js';
import type { Path } from '../../../base/json.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Place, Rule } from '../../rule.js';

const glossary = (terms: string): string => activeDocument('Glossary', 'words', `terms:
${terms}
`);

/** A word that is preferred for two things, or preferred here and forbidden there. */
export const preferredOnce: Rule = {
  id: 'terms/preferred-once',
  code: 'TRM-003',
  summary: 'A word is preferred for one thing only, and never forbidden at the same time.',
  rationale: 'Whoever follows the Glossary would break it, so soon nobody follows it.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P3.1.5'],
  examples: {
    valid: [{ title: 'Two terms with a word each', files: { 'words.yaml': glossary('  - {id: card, preferred: card, forbidden: [plastic]}\n  - {id: phone, preferred: phone, forbidden: [handset]}') } }],
    invalid: [
      {
        title: 'One word for two things',
        files: { 'words.yaml': glossary('  - {id: debit, preferred: card}\n  - {id: credit, preferred: Cards}') },
        at: 'Cards',
        message: '“Cards” is the word for `debit` and for `credit`.',
      },
      {
        title: 'Preferred here and forbidden there',
        files: { 'words.yaml': glossary('  - {id: debit, preferred: card}\n  - {id: credit, preferred: credit card, forbidden: [Card]}') },
        at: 'Card',
        message: '“Card” is forbidden for `credit`, but is the word for `debit`.',
      },
    ],
  },
  *check({ workspace }) {
    const terms = bindingTerms(workspace);
    const preferred = new Map<string, BindingTerm>();
    for (const term of terms) {
      const earlier = preferred.get(plain(term.value.preferred));
      if (earlier === undefined) preferred.set(plain(term.value.preferred), term);
      else if (earlier.id !== term.id) yield twice(term, earlier);
    }
    for (const term of terms) yield* forbiddenToo(term, preferred);
  },
};

function twice(term: BindingTerm, earlier: BindingTerm): Finding {
  return {
    at: wordPlace(term, ['preferred']),
    message: `“${term.value.preferred}” is the word for \`${earlier.id}\` and for \`${term.id}\`.`,
    hint: 'Choose another word for one of them. If they are one thing, keep one term.',
    related: [{ message: 'The first stands here.', at: wordPlace(earlier, ['preferred']) }],
  };
}

function* forbiddenToo(term: BindingTerm, preferred: ReadonlyMap<string, BindingTerm>): Iterable<Finding> {
  for (const [index, word] of (term.value.forbidden ?? []).entries()) {
    const other = preferred.get(plain(word));
    if (other === undefined) continue;
    yield {
      at: { spec: term.spec, path: [...term.path, 'forbidden', index] },
      message: `“${word}” is forbidden for \`${term.id}\`, but is the word for ${other === term ? 'it as well' : `\`${other.id}\``}.`,
      hint: 'Delete it from `forbidden`, or choose another preferred word.',
      related: [{ message: 'It is preferred here.', at: wordPlace(other, ['preferred']) }],
    };
  }
}

/** A term of a Directory may be the bare word. */
function wordPlace({ spec, path, value }: BindingTerm, inner: Path): Place {
  return { spec, path: 'title' in value ? path : [...path, ...inner] };
}
