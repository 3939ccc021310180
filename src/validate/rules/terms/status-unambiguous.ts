import { Proposals } from '../../../base/proposals.js';
import type { Path } from '../../../base/json.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const glossary = (entries: string): string => activeDocument('Glossary', 'words', `${entries}
`);

/** A system's status that says two things to the customer, or a word in a language that nobody is addressed in. */
export const statusUnambiguous: Rule = {
  id: 'terms/status-unambiguous',
  code: 'TRM-002',
  summary: 'Each status of a system stands for exactly one status word, and terms have words only in languages that customers are addressed in.',
  rationale: 'If one system status has two meanings, a customer is told in the app that the card is blocked and on the phone that it is not.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M3.6'],
  examples: {
    valid: [
      {
        title: 'Two system statuses for one status word',
        files: { 'words.yaml': glossary('statuses:\n  - {code: open, preferred: We are looking, perSystem: {crm: [NEW, CHECK]}}\n  - {code: blocked, preferred: Your card is blocked, perSystem: {crm: [DONE], portal: [NEW]}}') },
      },
    ],
    invalid: [
      {
        title: 'One system status for two status words',
        files: { 'words.yaml': glossary('statuses:\n  - {code: open, preferred: We are looking, perSystem: {crm: [NEW, CHECK]}}\n  - {code: blocked, preferred: Your card is blocked, perSystem: {crm: [CHECK]}}') },
        at: 'CHECK',
        message: '`CHECK` of system `crm` stands for `open` and for `blocked`.',
      },
      {
        title: 'A language in which no customer is addressed',
        files: { 'words.yaml': glossary('terms:\n  - {id: card, preferred: card, perLanguage: {fr: carte}}') },
        at: 'fr',
        message: 'Customers are not addressed in `fr`, in which term `card` has a word.',
      },
    ],
  },
  *check({ workspace }) {
    yield* ambiguous(workspace);
    yield* unspokenLanguages(workspace);
  },
};

interface Mapping {
  readonly spec: Spec;
  readonly code: string;
  readonly system: string;
  readonly path: Path;
}

/** What each system calls each status. Sketches of a Glossary are compared with each other. */
function* mappings(workspace: Workspace): Iterable<Mapping & { readonly raw: readonly string[] }> {
  for (const spec of workspace.all('Glossary')) {
    for (const [index, { code, perSystem = {} }] of (spec.value.statuses ?? []).entries()) {
      for (const [system, raw] of Object.entries(perSystem)) yield { spec, code, system, raw, path: ['statuses', index, 'perSystem', system] };
    }
  }
}

function* ambiguous(workspace: Workspace): Iterable<Finding> {
  const first = new Map<string, Mapping>();
  for (const mapping of mappings(workspace)) {
    for (const [index, raw] of mapping.raw.entries()) {
      const key = JSON.stringify([isActive(mapping.spec), mapping.system, raw]);
      const here = { ...mapping, path: [...mapping.path, index] };
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, here);
      else if (earlier.code !== here.code) yield twoMeanings(raw, here, earlier);
    }
  }
}

function twoMeanings(raw: string, { spec, code, system, path }: Mapping, earlier: Mapping): Finding {
  return {
    at: { spec, path },
    message: `\`${raw}\` of system \`${system}\` stands for \`${earlier.code}\` and for \`${code}\`.`,
    hint: `Keep \`${raw}\` under one of the two. If the system means both by it, let it tell them apart first.`,
    related: [{ message: 'It stands here first.', at: { spec: earlier.spec, path: earlier.path } }],
  };
}

function* unspokenLanguages({ registers, root }: Workspace): Iterable<Finding> {
  const languages = root?.value.languages;
  if (languages === undefined) return;
  const proposals = new Proposals();
  for (const { id, value, spec, path } of registers.terms) {
    for (const language of Object.keys(value.perLanguage ?? {})) {
      if (languages.includes(language)) continue;
      yield {
        at: { spec, path: [...path, 'perLanguage', language], part: 'key' },
        message: `Customers are not addressed in \`${language}\`, in which term \`${id}\` has a word.`,
        hint: proposals.didYouMean(spec.document.source.uri, language, () => languages) || `Add \`${language}\` to \`languages\` in waymark.yaml, or delete the word.`,
      };
    }
  }
}
