/** What sentences call the forms of values: those that are declared, and those that are written. */
import type { Path } from '../base/json.js';
import { count, excerpt, listOf } from '../base/words.js';
import type { scalars } from '../schema/generated/language-table.js';
import type { TypeExpression } from '../schema/language.js';
import { nounOf } from '../schema/names.js';
import type { ValidatorError } from '../schema/validator.js';

/** A part without a name of its own is known by the field that it stands in. */
export function holderOf(shape: string, path: Path): string {
  const field = path.at(-1);
  return typeof field === 'string' && !shape.endsWith('InDirectory') ? `\`${excerpt(field)}\`` : article(nounOf(shape));
}

/** How a value looks that is no map: words, the id of a step, a list. */
export function formOfMember(type: TypeExpression): string {
  if (type.type === 'reference') return `the id of ${targetsOf(type)}`;
  return type.type === 'list' ? 'a list' : 'words';
}

/** What its author gives a name to: an example would be taken for an instruction. */
const namesOfTheirOwn: ReadonlySet<string> = new Set(['Id', 'Name', 'Title', 'Prose', 'Word', 'ConditionText', 'Obligation', 'RoleRef', 'ActorRef', 'ConsumerRef', 'TeamOrRole', 'ParticipantRef', 'ClockPoint', 'SubjectRef']);

export function explained(name: string, { description, example }: (typeof scalars)[string]): string {
  return namesOfTheirOwn.has(name) ? description : `${description} For example: ${example}`;
}

export function targetsOf({ to }: { readonly to: readonly string[] }): string {
  return listOf(to.map((target) => (target === 'same kind' ? 'a document of the same kind' : /^[A-Z]/.test(target) ? article(nounOf(target)) : `\`${target}\``)), 'or');
}

export const typeWords: { readonly [type: string]: string } = { string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of fields' };

export function broken({ keyword, params }: ValidatorError): string {
  switch (keyword) {
    case 'minLength':
      return 'is empty';
    case 'maxLength':
      return `is longer than ${count(Number(params['limit']), 'character')}`;
    case 'minimum':
      return `is less than ${String(params['limit'])}`;
    case 'maximum':
      return `is more than ${String(params['limit'])}`;
    case 'exclusiveMinimum':
      return `is not more than ${String(params['limit'])}`;
    case 'const':
      return `is not \`${String(params['allowedValue'])}\``;
    default:
      return 'cannot be read';
  }
}

export function formOf(value: unknown): string {
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'a yes or no' : 'something else';
}

export function article(noun: string): string {
  return `${/^[aeiouAEIOU]|^SLA/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What is computed with is shown by an example. A text is only described: somebody else's words are not what is wanted. */
export function additionOf(key: string, { code, description, example }: (typeof scalars)[string]): string {
  if (code === 'STR-004') return `Add \`${key}: ${example}\`.`;
  return `Add \`${key}:\`. ${description}${code === 'STR-005' || code === 'STR-006' ? ` For example: ${example}` : ''}`;
}
