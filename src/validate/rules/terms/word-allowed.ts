import { bindingTerms, suspicionOf, wordings, wrongWordFinder, type BindingTerm, type Wording, type WrongWord } from '../../../analysis/wording.js';
import { describePlace } from '../../../schema/names.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const glossary = activeDocument('Glossary', 'words', `terms:
  - {id: card, preferred: card, forbidden: [plastic, payment instrument], perChannel: {letter: payment instrument}}
statuses:
  - {code: blocked, preferred: Your card is blocked}
`);

const journey = (step: string): string => activeJourney('lost-card', 'report', `      - {id: confirm, ${step}, lane: frontstage, end: success}
`);

/** A text that says what the Glossary says not to say. */
export const wordAllowed: Rule = {
  id: 'terms/word-allowed',
  code: 'TRM-001',
  summary: 'Titles, messages and status words use none of the words that a Glossary forbids.',
  rationale: 'Customers who read two words for one thing believe that they are two things, and call to ask.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M4.4'],
  examples: {
    valid: [
      { title: 'The preferred word', files: { 'words.yaml': glossary, 'journey.yaml': journey('title: We confirm that the card is blocked') } },
      { title: 'The word that a letter uses', files: { 'words.yaml': glossary, 'journey.yaml': journey('title: We confirm, channel: letter, message: {text: Your payment instrument is blocked.}') } },
      { title: 'A longer word is another word', files: { 'words.yaml': glossary, 'journey.yaml': journey('title: We confirm the plasticity of the plan') } },
    ],
    invalid: [
      {
        title: 'In a title, in the plural',
        files: { 'words.yaml': glossary, 'journey.yaml': journey('title: We block all Plastics of the customer') },
        at: 'We block all Plastics of the customer',
        message: 'The title of step `confirm` says “Plastics”; the word for it is “card”.',
      },
      {
        title: 'In a message',
        files: { 'words.yaml': glossary, 'journey.yaml': journey('title: We confirm, channel: email, message: {text: Your payment instrument is blocked.}') },
        at: 'Your payment instrument is blocked.',
        message: 'The message of step `confirm` says “payment instrument”; the word for it is “card”.',
      },
      {
        title: 'In a status word',
        files: { 'words.yaml': glossary.replace('Your card is', 'Your plastic is') },
        at: 'Your plastic is blocked',
        message: 'The text of status word `blocked` says “plastic”; the word for it is “card”.',
      },
    ],
  },
  *check({ workspace }) {
    const terms = bindingTerms(workspace);
    const wrongWords = wrongWordFinder(terms);
    for (const wording of wordings(workspace, suspicionOf(terms))) for (const wrong of wrongWords(wording)) yield finding(wording, wrong);
  },
};

const partNames: { readonly [field: string]: string } = { title: 'title', subject: 'message', text: 'message', preferred: 'text' };

function finding({ spec, path, channels }: Wording, { written, term }: WrongWord): Finding {
  const word = wordFor(term.value, channels);
  const part = partNames[String(path.at(-1))]!;
  return {
    at: { spec, path },
    message: `The ${part} of ${describePlace(spec.kind, spec.value, path)} says “${written}”; the word for it is “${word}”.`,
    hint: `Write “${word}” instead. The Glossary says so under the term \`${term.id}\`.`,
    related: [{ message: 'The term stands here.', at: term.spec.kind === 'Directory' ? { spec: term.spec, path: term.path, part: 'key' } : { spec: term.spec, path: [...term.path, 'id'] } }],
  };
}

function wordFor({ preferred, perChannel = {} }: BindingTerm['value'], channels: readonly string[]): string {
  const [channel] = channels;
  return channels.length === 1 && Object.hasOwn(perChannel, channel!) ? perChannel[channel!]! : preferred;
}
