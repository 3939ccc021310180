import { headOf } from '../../../base/generated-head.js';
import type { Rule } from '../../rule.js';

/** A YAML file below the workspace that holds no document. */
export const fileIsDocument: Rule = {
  id: 'structure/file-is-document',
  code: 'STR-018',
  summary: 'Every YAML file of the workspace is a document of it, or is left out on purpose.',
  rationale: 'A journey whose first lines are missing looks like any other file. Passed over in silence, it would be checked by nobody.',
  severity: 'warning',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.D1'],
  examples: {
    valid: [
      {
        title: 'A file of another tool is named under `ignore`',
        files: {
          'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: example\ntitle: Example\nignore: [pipeline.yaml]\n',
          'pipeline.yaml': 'steps: [test, publish]\n',
        },
      },
      {
        title: 'A file that says at its head that `waymark generate` has written it',
        files: { 'generated/catalog-info.yaml': `# ${headOf('backstage')}\napiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: shop}\n` },
      },
    ],
    invalid: [
      {
        title: 'A file of another tool',
        files: { 'pipeline.yaml': 'steps: [test, publish]\n' },
        at: 'steps: [test, publish]',
        message: 'This YAML is no document of Waymark.',
      },
      {
        title: 'A workspace inside the workspace that nobody has listed',
        files: { 'austria/waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: austria\ntitle: Austria\n' },
        at: '',
        message: 'The folder `austria` is a workspace of its own and is not read with this one.',
      },
    ],
  },
};
