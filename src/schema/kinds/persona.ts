import type { Flag, OneOf, OneOrMany, Prose, Rank, Ref, Scalar, Share, Word } from '../vocabulary.js';
import type { Header } from './header.js';

/** A kind of customer, colleague or partner that a journey is made for. */
export interface Persona extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Persona', 'identity'>;
  /**
   * Which side of the counter the persona stands on.
   * @example customer
   * @active
   */
  readonly type?: OneOf<'customer' | 'staff' | 'partner'>;
  /** The service tier that the persona belongs to. */
  readonly tier?: Tier;
  /**
   * Where the persona stands in the order in which they are tried; the lowest first.
   * @example 1
   */
  readonly order?: Rank;
  /**
   * How somebody is recognised as this persona.
   * @change added breaking
   */
  readonly criteria?: readonly Criterion[];
  /**
   * Whether the first persona that fits is taken, or all criteria must hold.
   * @default all
   * @example first
   * @change changed breaking
   */
  readonly match?: OneOf<'first' | 'all'>;
  /**
   * Part of the customers that it covers.
   * @change removed compatible, changed compatible
   */
  readonly share?: Share;
  /**
   * Where the persona comes from: how it lives and works, what it has been through.
   * @example [Drives to work each day, Has never reported a claim before]
   */
  readonly background?: readonly Prose[];
  /**
   * What the persona needs.
   * @example [A car for the way to work]
   * @change removed compatible, changed compatible
   */
  readonly needs?: readonly Prose[];
  /**
   * How staff recognise the persona in a conversation.
   * @example [Asks for the fleet number first]
   * @change removed compatible, changed compatible
   */
  readonly cues?: readonly Prose[];
  /**
   * True for the one persona that everybody is who fits no other.
   * @change added breaking, removed breaking
   */
  readonly fallback?: Flag;
}

/** A class of service. */
export interface Tier {
  /**
   * Its name.
   * @example gold
   */
  readonly name: Word;
  /**
   * Its rank; 1 is served best.
   * @active
   */
  readonly rank?: Rank;
}

/** One condition on a data element. */
export interface Criterion {
  /**
   * The data element that is looked at.
   * @example fleet-size
   */
  readonly variable: Ref<'Element'>;
  /**
   * How it is compared.
   * @example gte
   * @active
   */
  readonly op?: OneOf<'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in', 'value'>;
  /**
   * What it is compared with.
   * @active
   * @change changed breaking
   */
  readonly value?: OneOrMany<Scalar>;
}
