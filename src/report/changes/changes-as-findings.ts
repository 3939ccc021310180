/** Changes as findings, for the formats in which other programs take them. */
import type { Diagnostic, Severity } from '../../base/diagnostic.js';
import type { Change } from '../../diff/change.js';
import type { Level } from '../../schema/meanings.js';
import { address } from '../place.js';
import type { Results, RuleCard } from '../reporter.js';
import { changesOf, type ChangeResults, type WorkspaceChanges } from './change-results.js';
import { harmedWords, policyWords } from './change-words.js';

const severities: Readonly<Record<Level, Severity>> = { breaking: 'warning', compatible: 'info', editorial: 'info' };

/** The run as results of a check: what breaks something is a warning, everything else a note. */
export function asResults(results: Omit<ChangeResults, 'base' | 'head'>): Results {
  const { tool, command, workspaces } = results;
  return { tool, command, asOf: '', rules: cardsOf(changesOf(results)), workspaces: workspaces.map(reportOf) };
}

function reportOf({ root, title, changes, unread }: WorkspaceChanges): Results['workspaces'][number] {
  return { root, title, documents: 0, diagnostics: [...unread.map(unreadFinding), ...changes.map(finding)], waived: 0, baselined: 0, drafts: [], switchedOff: [] };
}

function finding(change: Change): Diagnostic {
  const { kind, level, message, before, after, subject, fingerprint } = change;
  const was = after === undefined && before !== undefined ? `It stood at ${address(before)}.` : '';
  return { code: kind, rule: kind, severity: severities[level], message: [message, harmedWords(change), policyWords(change), was].filter((word) => word !== '').join(' '), ...(after === undefined ? {} : { span: after }), subject, fingerprint };
}

const unreadRule = 'document-unread';

function unreadFinding({ side, count, first }: WorkspaceChanges['unread'][number]): Diagnostic {
  const message = `Of the ${side}, ${count === 1 ? 'a document' : `${count} documents`} cannot be read and ${count === 1 ? 'takes' : 'take'} no part in the comparison. The first problem: ${first.message}`;
  return { code: unreadRule, rule: unreadRule, severity: 'error', message, hint: '`waymark validate` tells everything that is wrong.', fingerprint: `${unreadRule}-${side}`, ...(first.span === undefined || side === 'base' ? {} : { span: first.span }) };
}

function cardsOf(changes: readonly Change[]): readonly RuleCard[] {
  const levelOf = new Map(changes.map(({ kind, level }) => [kind, level]));
  const cards = [...levelOf].map(([kind, level]): RuleCard => ({ code: kind, id: kind, summary: `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}.`, rationale: 'A change of this kind may concern those who rely on the document.', severity: severities[level] }));
  return [...cards, { code: unreadRule, id: unreadRule, summary: 'Both versions can be read.', rationale: 'What cannot be read cannot be compared.', severity: 'error' }];
}
