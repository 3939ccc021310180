import { spanIn } from '../../load/document.js';
import type { GateRule } from '../gate-rule.js';

/** A document that has changed has a higher version. */
export const versionRaised: GateRule = {
  id: 'change/version-raised',
  code: 'CHG-001',
  summary: 'The version of a document is raised as far as its changes ask for, and never lowered.',
  rationale: 'Whoever relies on a version learns from its number whether it may harm them.',
  severity: 'error',
  remedy: 'version',
  serves: ['S4.M8.4', 'S2.M6.6'],
  example: 'Raise the version of `sla:motor-claim-settlement` from 1.3.0 to 2.0.0: `waymark bump --write` does it.',
  *check({ bumps }) {
    for (const { subject, spec, declared, needed, verdict } of bumps) {
      if (verdict !== 'too-low' && verdict !== 'lowered') continue;
      yield { subject, message: `Raise the version of \`${subject}\` from ${declared} to ${needed}: \`waymark bump --write\` does it.`, span: spanIn(spec.document, ['version']) };
    }
  },
};
