import type { Id, Keyed, MapOf, OneOf, Prose, Rank, Title } from '../vocabulary.js';
import type { Header } from './header.js';

/** The words that the company speaks with: terms, status words and causes. */
export interface Glossary extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Glossary', 'identity'>;
  /** Words with their one preferred form. */
  readonly terms?: Keyed<Term>;
  /** What a case's status is called, everywhere. */
  readonly statuses?: readonly StatusWord[];
  /** Reasons that are counted. */
  readonly causes?: readonly Cause[];
}

/** A word and what not to say instead. */
export interface Term {
  /** Its id. */
  readonly id: Id;
  /**
   * The word to use.
   * @example claim
   * @active
   */
  readonly preferred?: PreferredWord;
  /**
   * What it means.
   * @change removed compatible, changed compatible
   */
  readonly definition?: Prose;
  /**
   * Words not to use for it.
   * @example [damage case]
   * @change removed compatible
   */
  readonly forbidden?: readonly PreferredWord[];
  /**
   * What it is called in one channel.
   * @example {sms: your claim}
   * @change removed compatible, changed compatible
   */
  readonly perChannel?: MapOf<PreferredWord>;
  /**
   * What it is called in another language.
   * @example {de: Schadenfall}
   * @change changed compatible
   */
  readonly perLanguage?: MapOf<PreferredWord>;
}

/**
 * A word that customers and staff read.
 * @json {"type": "string", "minLength": 1, "maxLength": 120}
 * @example claim
 * @meaning interface
 */
export type PreferredWord = string;

/** A status as the customer is told it. */
export interface StatusWord {
  /** Its code. */
  readonly code: Id;
  /**
   * What the customer reads.
   * @example Your claim is being checked
   * @active
   */
  readonly preferred?: PreferredWord;
  /** Where it stands in the order of a case; it never goes back along a path. */
  readonly order?: Rank;
  /**
   * What each system calls it.
   * @example {claims-core: [IN_REVIEW, CHECK]}
   */
  readonly perSystem?: MapOf<readonly PreferredWord[]>;
}

/** A reason that is counted. */
export interface Cause {
  /** Its code. */
  readonly code: Id;
  /**
   * Its name for people.
   * @active
   */
  readonly label?: Title;
}
