import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const catalog = activeDocument('DataCatalog', 'shop-data', `purposes:
  - {id: offers, basis: consent, consentKey: mkt}
`);

const system = (event: string): string => activeDocument('System', 'shop', `emits:
  - ${event}
`);

/** An event that is told although the customer may have said no. */
export const consentGuard: Rule = {
  id: 'data/consent-guard',
  code: 'DAT-008',
  summary: 'An event that is collected with the customer\'s consent names the consent that must be there before it is sent.',
  rationale: 'Customers who said no must not be tracked. Only an event that knows its consent can be held back.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M5.6'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [{ title: 'The event waits for the consent', files: { 'data.yaml': catalog, 'shop.yaml': system('{event: offer-shown, purpose: offers, consentKey: mkt}') } }],
    invalid: [
      {
        title: 'Tracked without asking',
        files: { 'data.yaml': catalog, 'shop.yaml': system('{event: offer-shown, purpose: offers}') },
        at: 'offers',
        message: 'Event `offer-shown` is collected for `offers`, which needs consent, but does not wait for it.',
      },
      {
        title: 'Another consent',
        files: { 'data.yaml': catalog, 'shop.yaml': system('{event: offer-shown, purpose: offers, consentKey: cookies}') },
        at: 'cookies',
        message: 'Event `offer-shown` waits for consent `cookies`, but its purpose `offers` needs consent `mkt`.',
      },
    ],
  },
  *check({ workspace }) {
    for (const { name, producers } of workspace.registers.events.told.values()) {
      for (const { value, spec, path } of producers) {
        const purpose = value.purpose === undefined ? undefined : workspace.registers.purposes.get(value.purpose);
        if (purpose?.value.basis !== 'consent') continue;
        const needed = purpose.value.consentKey;
        if (value.consentKey === undefined) {
          yield {
            at: { spec, path: [...path, 'purpose'] },
            message: `Event \`${name}\` is collected for \`${purpose.id}\`, which needs consent, but does not wait for it.`,
            hint: `Add \`consentKey: ${needed ?? 'marketing'}\` to the event, and send it only to customers who agreed.`,
          };
        } else if (needed !== undefined && value.consentKey !== needed) {
          yield {
            at: { spec, path: [...path, 'consentKey'] },
            message: `Event \`${name}\` waits for consent \`${value.consentKey}\`, but its purpose \`${purpose.id}\` needs consent \`${needed}\`.`,
            hint: `Write \`consentKey: ${needed}\`, or name the purpose that \`${value.consentKey}\` was given for.`,
          };
        }
      }
    }
  },
};
