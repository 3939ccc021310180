import { specName } from '../../../analysis/spec-words.js';
import { sentence } from '../../../base/words.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Finding, Place, Rule } from '../../rule.js';

/** A version that is no version, or that says "not yet" while the document is in force. */
export const versionWellFormed: Rule = {
  id: 'structure/version-well-formed',
  code: 'STR-005',
  summary: 'A version is three numbers with dots, and an active document has reached 1.0.0.',
  rationale: 'Everybody who relies on a document names its version. `1.10` would be read as the number 1.1, and `0.4.0` tells them not to rely on it yet.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M6.6'],
  examples: {
    valid: [
      {
        title: 'A draft on its way to 1.0.0',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 0.10.0\nstatus: draft\nowner: claims\n' },
      },
      {
        title: 'An active document',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 1.0.0\nstatus: active\nowner: claims\n' },
      },
    ],
    invalid: [
      {
        title: 'Two numbers, which YAML reads as one',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 1.10\nstatus: draft\nowner: claims\n' },
        at: '1.10',
        message: 'The `version` of team `card-desk` has to be text, and 1.10 is a number.',
      },
      {
        title: 'A letter before the numbers',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: v1.0.0\nstatus: draft\nowner: claims\n' },
        at: 'v1.0.0',
        message: 'The `version` of team `card-desk` is `v1.0.0`, which cannot be read.',
      },
      {
        title: 'Active with the version of a draft',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 0.4.0\nstatus: active\nowner: claims\n' },
        at: '0.4.0',
        message: 'Team `card-desk` is active, and its version is still 0.4.0.',
      },
    ],
  },
  *check({ workspace }) {
    for (const spec of workspace.specs) {
      if ('version' in spec.value && spec.value.version.startsWith('0.') && !isToldByDirectory(spec)) yield finding(spec, spec.value.version);
    }
  },
};

/** A Directory's version holds for what is declared in it. */
function isToldByDirectory(spec: Spec): boolean {
  return spec.directory !== undefined && (isActive(spec.directory) || !isActive(spec));
}

function finding(spec: Spec, version: string): Finding {
  const inside = spec.directory !== undefined;
  const at: Place = { spec, path: [inside ? 'status' : 'version'] };
  if (!isActive(spec)) return { at, from: 'active', message: `The version of ${specName(spec)} is still ${version}.`, hint: 'Write `version: 1.0.0` together with `status: active`.' };
  return {
    at,
    message: `${sentence(specName(spec))} is ${spec.status}, and its version is still ${version}.`,
    hint: inside ? 'Write `version: 1.0.0` at the top of the file: it holds for everything that is declared there.' : 'Write `version: 1.0.0`, or `status: draft` while nobody may rely on it.',
  };
}
