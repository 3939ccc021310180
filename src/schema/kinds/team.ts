import type { Amount, Count, Cycle, Id, Keyed, Link, OneOf, Ref, RoleRef, Share, Title, Word } from '../vocabulary.js';
import type { Header } from './header.js';

/** A team: people who do a step, keep a promise or own a document. */
export interface Team extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Team', 'identity'>;
  /**
   * What the team does in the company.
   * @example service
   * @active
   */
  readonly function?: Word;
  /**
   * People who may act for the team.
   * @change regulated yes
   */
  readonly people?: Keyed<Person>;
  /** The parts that people play in it. */
  readonly roles?: Keyed<Role>;
  /** The team that this one belongs to. */
  readonly parent?: Ref<'Team'>;
  /**
   * Who is told when this team cannot help itself.
   * @change changed compatible
   */
  readonly escalatesTo?: RoleRef;
  /** How much work the team can take. */
  readonly capacity?: Capacity;
  /** What the team is rewarded for. */
  readonly incentives?: readonly Incentive[];
  /**
   * The team's names on the code host, for CODEOWNERS.
   * @example ["@example/claims"]
   */
  readonly codeHandles?: readonly CodeHandle[];
}

/** A person, known by the logins that approvals come from. */
export interface Person {
  /** A short name; no more of the person is kept here. */
  readonly id: Id;
  /**
   * Logins on the code host.
   * @example [a-huber]
   * @active
   */
  readonly handles?: readonly Login[];
}

/**
 * A login on the code host.
 * @json {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"}
 * @example a-huber
 * @meaning policy
 */
export type Login = string;

/**
 * A name in CODEOWNERS: a team, a login or an e-mail address.
 * @json {"type": "string", "pattern": "^(?:@[A-Za-z0-9][A-Za-z0-9-]*(?:/[A-Za-z0-9._-]+)?|[^\\s@#]+@[A-Za-z0-9.-]+)$"}
 * @example "@example/claims"
 * @meaning policy
 */
export type CodeHandle = string;

/** A part that somebody plays in a team. */
export interface Role {
  /** Its id, referred to as `team#role`. */
  readonly id: Id;
  /** Its name for people. */
  readonly title?: Title;
  /**
   * The person of this team who fills it.
   * @example a-huber
   * @change changed compatible
   */
  readonly person?: Ref<'Person'>;
  /** Where it can be reached. */
  readonly contact?: Link;
  /**
   * The role that stands in.
   * @change changed compatible
   */
  readonly delegate?: RoleRef;
}

/** What a team can do in a period. */
export interface Capacity {
  /**
   * What is counted.
   * @example cases
   * @active
   */
  readonly unit?: Word;
  /**
   * How many of them in one period.
   * @compare higher-is-stricter
   */
  readonly amount: Count;
  /**
   * The period.
   * @active
   */
  readonly perPeriod?: Cycle;
  /**
   * Minutes that one of them takes on average.
   * @example 11
   */
  readonly ahtMinutes?: Amount;
  /** Share of the time that is planned for it. */
  readonly occupancy?: Share;
}

/** A reward that hangs on a KPI. */
export interface Incentive {
  /**
   * The KPI that the reward follows.
   * @example claim-effort
   */
  readonly kpi: Ref<'Kpi'>;
  /** Share of the variable pay that hangs on it. */
  readonly weight?: Share;
  /**
   * The KPI that would show it if the first were gamed.
   * @example re-contact-rate
   */
  readonly counterMetric?: Ref<'Kpi'>;
}
