/** Examples of rules about promises: a lost card that is replaced, with a promise to the customer and its parts. */
import { activeDocument, activeJourney } from './example-texts.js';

/** A promise: what follows the header, on the clock and within the time that are named. */
export function exampleSla(id: string, clock: string, targets: string, rest = 'type: ola\nprovider: claims\nconsumer: payments\n'): string {
  return activeDocument('Sla', id, `${rest}metric: duration\nclock: {${clock}}\ncalendar: 24x7\ntargets: [${targets}]\nwindow: P1M\n`);
}

/** The promise to the customer: a new card within a time. */
export function cardPromise(targets: string, clock = 'start: loss-told, stop: card-sent', rest = ''): string {
  return exampleSla('new-card', clock, targets, `type: sla\nprovider: claims\nconsumer: customer\n${rest}`);
}

/** The journey: the loss is checked, and a card is made and sent. */
export function cardJourney({ check = 'sla: checked-in-time', send = 'sla: sent-in-time', between = 'loss-checked', rest = '' } = {}): string {
  return activeJourney('lost-card', 'replace', `      - {id: check, title: We check the loss, lane: backstage, systems: [crm], events: {start: loss-told, complete: loss-checked}${comma(check)}}
      - {id: send, title: We send a new card, lane: backstage, systems: [crm], events: {start: ${between}, complete: card-sent}${comma(send)}, end: success}
slas: [new-card]
${rest}`);
}

/** A system that tells events. */
export function exampleSystem(id: string, events: readonly string[]): string {
  return activeDocument('System', id, `type: other\nemits:\n${events.map((event) => `  - {event: ${event}, caseKey: cardId, timestamp: at}\n`).join('')}`);
}

/** The system that tells of it all, and the two parts, each with what it promises. */
export function cardParts(check = '{within: 4h, percent: 99}', send = '{within: 20h, percent: 99}'): { readonly [path: string]: string } {
  return {
    'cards.yaml': exampleSystem('cards', ['loss-told', 'loss-checked', 'card-sent']),
    'check.yaml': exampleSla('checked-in-time', 'start: loss-told, stop: loss-checked', check),
    'send.yaml': exampleSla('sent-in-time', 'start: loss-checked, stop: card-sent', send),
  };
}

function comma(text: string): string {
  return text === '' ? '' : `, ${text}`;
}
