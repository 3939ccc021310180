import type { Id, MapOf, OneOf, Ref, Title } from '../vocabulary.js';
import type { Calendar } from './calendar.js';
import type { DataElement } from './data-catalog.js';
import type { Term } from './glossary.js';
import type { Header } from './header.js';
import type { Persona } from './persona.js';
import type { System } from './system.js';
import type { Team } from './team.js';

/** Many small things in one file: each is what its own document would be, with this header. */
export interface Directory extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Directory', 'identity'>;
  /**
   * Teams by id: a title, or the fields of a Team.
   * @example {claims: Claims}
   */
  readonly teams?: MapOf<Title | DirectoryEntry<Team>>;
  /**
   * Personas by id.
   * @example {newcomer: New to the country}
   */
  readonly personas?: MapOf<Title | DirectoryEntry<Persona>>;
  /**
   * Systems by id.
   * @example {crm: CRM}
   */
  readonly systems?: MapOf<Title | DirectoryEntry<System>>;
  /** Calendars by id. */
  readonly calendars?: MapOf<Title | DirectoryEntry<Calendar>>;
  /**
   * Terms by id: the preferred word, or the fields of a Term.
   * @example {claim: claim}
   */
  readonly terms?: MapOf<Title | WithoutId<Term>>;
  /** Data elements by id. */
  readonly data?: MapOf<WithoutId<DataElement>>;
}

/** A document in brief: it takes the header of its Directory and may state its own owner, status, effective days and aliases. */
export type DirectoryEntry<Document extends Header> = Omit<Document, 'apiVersion' | 'kind' | 'id' | 'version' | 'status' | 'owner'> & {
  readonly status?: Document['status'];
  readonly owner?: Ref<'Team'>;
};

/** An entry whose id is its key. */
export type WithoutId<Entry extends { readonly id: Id }> = Omit<Entry, 'id'>;
