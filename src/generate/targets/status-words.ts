import { compareText } from '../../base/diagnostic.js';
import type { Spec } from '../../model/spec.js';
import type { StatusWord, Term } from '../../schema/kinds/glossary.js';
import { aboutCells, aboutRegisters, filesOfRegister, fill, separatorOption, type Register, type RegisterOptions } from '../register.js';
import { defineGenerator } from '../target.js';

interface StatusRow {
  readonly status: StatusWord;
  readonly system: string | undefined;
  readonly word: string | undefined;
}

interface WordRow {
  readonly term: Term;
  readonly use: 'say' | 'never say';
  readonly channel?: string;
  readonly language?: string;
  readonly word: string | undefined;
}

interface CauseRow {
  readonly code: string;
  readonly label: string | undefined;
}

const statusWords: Register<StatusRow> = {
  id: 'status-words',
  description: 'One row for each word that a system has for a status: what the customer reads for it.',
  columns: [
    { name: 'system', description: 'The system; empty for a status that no system has a word for.', of: ({ system }) => system },
    { name: 'word', description: 'What the system calls it.', of: ({ word }) => word },
    { name: 'code', always: true, description: 'The code of the status, the same everywhere.', of: ({ status }) => status.code },
    { name: 'text', description: 'What the customer reads.', of: ({ status }) => status.preferred },
    { name: 'order', type: 'number', description: 'Where it stands in the order of a case, which never goes back.', of: ({ status }) => status.order },
  ],
};

const words: Register<WordRow> = {
  id: 'words',
  description: 'One row for each word: what to say and what never to say, in which channel and language.',
  columns: [
    { name: 'term', always: true, description: 'What is meant.', of: ({ term }) => term.id },
    { name: 'use', always: true, words: ['say', 'never say'], description: 'Whether the word is to be used.', of: ({ use }) => use },
    { name: 'word', description: 'The word; empty where no word is preferred.', of: ({ word }) => word },
    { name: 'channel', description: 'The channel that it is for; empty for all that have no row of their own.', of: ({ channel }) => channel },
    { name: 'language', description: 'The language that it is for; empty for the language of the documents.', of: ({ language }) => language },
    { name: 'definition', description: 'What the term means.', of: ({ term }) => term.definition },
  ],
};

const causes: Register<CauseRow> = {
  id: 'causes',
  description: 'One row for each reason that is counted.',
  columns: [
    { name: 'code', always: true, description: 'Its code.', of: ({ code }) => code },
    { name: 'label', description: 'Its name for people.', of: ({ label }) => label },
  ],
};

/** What the target writes. */
export const wordRegisters: readonly Register<never>[] = [statusWords, words, causes];

/** One status for the customer, whatever systems call it. */
export const statusWordMap = defineGenerator<RegisterOptions>({
  id: 'status-words',
  summary: 'what customers read for the status that each system has, which words are said and never said, and the reasons that are counted, as CSV and JSON',
  description: `For the application that shows a customer where the case stands, whatever the systems behind it call that; for whoever writes texts; for reports.

\`\`\`js
const { rows } = JSON.parse(readFileSync('status-words.json', 'utf8'));
const shown = rows.find(({ system, word }) => system === 'claims-core' && word === '020')?.text;
\`\`\`

${aboutRegisters(wordRegisters)}

${aboutCells} A spreadsheet takes the word \`010\` for the number ten: import the columns as text, or read the JSON.`,
  limits: 'The maps hold what the glossaries and Directories say of words; where a status is shown stands in the journeys.',
  withDrafts: false,
  options: { separator: separatorOption },
  carries: ['Glossary.statuses.**', 'Glossary.terms.**', 'Glossary.causes.**', 'Directory.terms.**'],
  generate({ all, workspace, options, provenance }) {
    const glossaries = all('Glossary');
    const sources: readonly Spec[] = [...glossaries, ...all('Directory').filter(({ value }) => value.terms !== undefined)];
    const isWritten = new Set(sources);
    const terms = workspace.registers.terms.filter(({ spec }) => isWritten.has(spec)).toSorted((a, b) => compareText(a.id, b.id) || compareText(a.spec.coordinate, b.spec.coordinate));
    const statuses = glossaries.flatMap(({ value }) => (value.statuses ?? []).flatMap(statusRows));
    const counted = glossaries.flatMap(({ value }) => value.causes ?? []);
    const registers = [
      fill(statusWords, statuses.toSorted((a, b) => compareText(a.system ?? '', b.system ?? '')), glossaries),
      fill(words, terms.flatMap(({ value }) => wordRows(value)), sources),
      fill(causes, counted.map(({ code, label }) => ({ code, label })), glossaries),
    ];
    return { files: registers.flatMap((filled) => filesOfRegister(filled, options, provenance)) };
  },
});

function statusRows(status: StatusWord): readonly StatusRow[] {
  const rows = byName(status.perSystem).flatMap(([system, list]) => (list.length === 0 ? [undefined] : list).map((word) => ({ status, system, word })));
  return rows.length > 0 ? rows : [{ status, system: undefined, word: undefined }];
}

function wordRows(term: Term): readonly WordRow[] {
  return [
    { term, use: 'say', word: term.preferred },
    ...byName(term.perChannel).map(([channel, word]): WordRow => ({ term, use: 'say', channel, word })),
    ...byName(term.perLanguage).map(([language, word]): WordRow => ({ term, use: 'say', language, word })),
    ...(term.forbidden ?? []).map((word): WordRow => ({ term, use: 'never say', word })),
  ];
}

/** The order in which an author names channels, languages and systems says nothing. */
function byName<Value>(map: { readonly [name: string]: Value } = {}): readonly (readonly [string, Value])[] {
  return Object.entries(map).toSorted(([a], [b]) => compareText(a, b));
}
